import { createHash } from "node:crypto";
import { join } from "node:path";
import { Sqlite } from "#db/sqlite/driver";

type Row = Readonly<Record<string, string | number | null>>;

/** What belongs to a supplier that signed, and the columns in which ids stand that a copy has its own of. */
const tables: Readonly<Record<string, readonly string[]>> = {
  suppliers: ["id", "ref", "external_id", "attestation", "rating"],
  contacts: ["id", "supplier"],
  campaign_suppliers: ["supplier"],
  invitations: ["id", "supplier", "contact"],
  attestations: ["id", "invitation", "reference"],
  answers: ["attestation"],
  evidence: ["id", "attestation"],
  declarations: ["attestation"],
  ratings: ["id", "supplier", "attestation"],
};

/**
 * Many suppliers that signed, made of the one in a data folder: each with rows of its own, and with a signed document of its own that has
 * its fingerprint. Signing hundreds one by one takes minutes.
 */
export function copySupplier(dataDir: string, copies: number): void {
  const database = new Sqlite(join(dataDir, "avow.sqlite"));
  database.pragma("foreign_keys = OFF");
  const originals = Object.keys(tables).map(
    (table) => [table, database.prepare<[], Row>(`SELECT * FROM ${table}`).all()] as const,
  );
  database.exec("BEGIN");
  for (let copy = 1; copy <= copies; copy += 1)
    for (const [table, rows] of originals)
      for (const row of rows) {
        const own = copyOf(row, tables[table] ?? [], `-${String(copy).padStart(4, "0")}`, copy);
        const columns = Object.keys(own);
        const marks = columns.map(() => "?").join(", ");
        database
          .prepare<(string | number | null)[]>(`INSERT INTO ${table} (${columns.join(", ")}) VALUES (${marks})`)
          .run(...Object.values(own));
      }
  database.exec("COMMIT");
  database.close();
}

function copyOf(row: Row, ids: readonly string[], mark: string, copy: number): Row {
  const own = Object.entries(row).map(([column, value]): [string, Row[string]] => {
    if (ids.includes(column) && typeof value === "string") return [column, value + mark];
    if (column === "number" && typeof value === "number") return [column, value + copy];
    return [column, value];
  });
  const made = Object.fromEntries(own);
  if (typeof made.document !== "string") return made;
  // Reference and documents stand in what was signed, under the names that the copy has for them.
  const document = made.document.replace(/\b(AV-\d{4}-\d+|evidence-\d+)\b/g, `$1${mark}`);
  return { ...made, document, hash: createHash("sha256").update(document).digest("hex") };
}
