import { setImmediate as yieldToOthers } from "node:timers/promises";
import { Problem } from "#app/domain/problem";
import type { ServiceContext } from "#app/services/context/contexts";
import type { Mapping } from "#app/services/team/supplier-file/columns";
import { type Decoded, decode } from "#app/services/team/supplier-file/decode";
import { readHeader } from "#app/services/team/supplier-file/header";
import { mostRows, readRows, type Separator } from "#app/services/team/supplier-file/rows";
import {
  nameKey,
  type ReadRow,
  type SupplierDetails,
  supplierRowReader,
} from "#app/services/team/supplier-file/supplier-row";
import type { Contact, Supplier } from "#db/records";
import { type ImportField, importFields } from "#terms/suppliers/import-fields";
import type { ImportChoices } from "./import-choices";
import { readUpload } from "./kept-uploads";

/** Milliseconds for which rows are read or compared in one go. A thousand take a few, or a second where no country is known. */
const longestRunMs = 20;

export type MatchedSupplier = { readonly supplier: Supplier; readonly contacts: readonly Contact[] };

/** What will happen to a row. */
export type PlannedRow = ReadRow & {
  readonly outcome: "added" | "changed" | "unchanged" | "refused";
  readonly known?: MatchedSupplier;
  /** What is different from what we have. */
  readonly changedFields: readonly ImportField[];
};

export type ImportPlan = {
  readonly upload: string;
  readonly decoded: Omit<Decoded, "text">;
  readonly separator: Separator;
  readonly unclosed: boolean;
  readonly header: readonly string[];
  readonly hasHeader: boolean;
  readonly mapping: Mapping;
  readonly rows: readonly PlannedRow[];
  readonly counts: Readonly<Record<PlannedRow["outcome"], number>>;
};

function chosenMapping(found: Mapping, chosen: ImportChoices["mapping"]): Mapping {
  const merged = { ...found, ...chosen };
  return Object.fromEntries(Object.entries(merged).filter(([, column]) => column !== undefined && column >= 0));
}

/**
 * Finds out what an upload would do. Writes nothing.
 * @param addedAt for an import that goes on: the moment that the suppliers have which it added before. They are left out, so
 *   that every row comes to the same as at first
 * @throws Problem "not-found" for an upload that is not there; "too-large" past 100,000 rows
 */
export async function planImport(
  ctx: ServiceContext,
  { org, addedAt, ...choices }: ImportChoices & { readonly org: string; readonly addedAt?: Date },
): Promise<ImportPlan> {
  const { upload } = choices;
  const { text, ...decoded } = decode(await readUpload(ctx, org, upload), choices.encoding);
  const { rows, separator, unclosed } = await readRows(text, choices.separator);
  const headed = readHeader(rows);
  if (headed.rows.length > mostRows) throw new Problem("too-large");
  const mapping = chosenMapping(headed.mapping, choices.mapping);
  const read = await mapYielding(headed.rows, supplierRowReader(mapping));
  const known = await knownOf(ctx, org, read);
  const before = known.filter(({ supplier }) => supplier.createdAt.getTime() !== addedAt?.getTime());
  const planned = await plan(before, read);
  const counts = { added: 0, changed: 0, unchanged: 0, refused: 0 };
  for (const { outcome } of planned) counts[outcome]++;
  const { header, hasHeader } = headed;
  return { upload, decoded, separator, unclosed, header, hasHeader, mapping, rows: planned, counts };
}

/** Makes something of each of many, and lets others have their turn on the way. */
async function mapYielding<T, R>(all: readonly T[], make: (one: T) => R): Promise<R[]> {
  const made: R[] = [];
  let begun = performance.now();
  for (const one of all) {
    made.push(make(one));
    if (performance.now() - begun < longestRunMs) continue;
    await yieldToOthers();
    begun = performance.now();
  }
  return made;
}

/** The suppliers that rows may be about. */
function knownOf(ctx: ServiceContext, org: string, rows: readonly ReadRow[]): Promise<readonly MatchedSupplier[]> {
  const facts = rows.flatMap((row) => (row.facts ? [row.facts] : []));
  const externalIds = facts.flatMap(({ externalId }) => externalId ?? []);
  return ctx.store.suppliers.match(org, { externalIds, emails: [], names: facts });
}

async function plan(known: readonly MatchedSupplier[], rows: readonly ReadRow[]): Promise<PlannedRow[]> {
  const byId = new Map(
    known.flatMap((one) => (one.supplier.externalId ? [[one.supplier.externalId, one] as const] : [])),
  );
  const byName = new Map(known.map((one) => [nameKey(one.supplier), one]));
  // A supplier can be met twice, by number and by name: the second row is refused as a repetition.
  const met = new Map<string, number>();
  return mapYielding(rows, (row): PlannedRow => {
    if (!row.facts) return { ...row, outcome: "refused", changedFields: [] };
    const found = knownAs(row.facts, byId, byName);
    if (!found) return { ...row, outcome: "added", changedFields: [] };
    const before = met.get(found.supplier.id);
    if (before !== undefined) {
      const problem = { field: "name", code: "duplicate", refuses: true, value: row.facts.name, row: before } as const;
      return { row: row.row, problems: [...row.problems, problem], outcome: "refused", changedFields: [] };
    }
    met.set(found.supplier.id, row.row.number);
    const changedFields = differences(row.facts, found);
    return { ...row, known: found, changedFields, outcome: changedFields.length > 0 ? "changed" : "unchanged" };
  });
}

function knownAs(
  facts: SupplierDetails,
  byId: ReadonlyMap<string, MatchedSupplier>,
  byName: ReadonlyMap<string, MatchedSupplier>,
): MatchedSupplier | undefined {
  const same = facts.externalId === undefined ? undefined : byId.get(facts.externalId);
  if (same) return same;
  const named = byName.get(nameKey(facts));
  // Another number of the buyer's is another supplier, even of the same name.
  return named && facts.externalId !== undefined && named.supplier.externalId !== undefined ? undefined : named;
}

/** What a row says that we do not have. What a row leaves out never removes anything. */
function differences(facts: SupplierDetails, { supplier, contacts }: MatchedSupplier): ImportField[] {
  const contact = contacts[0];
  const before: Readonly<Record<ImportField, string | undefined>> = {
    name: supplier.name,
    country: supplier.country,
    externalId: supplier.externalId,
    place: supplier.place,
    email: contact?.email,
    contact: contact?.name,
    language: contact?.language,
  };
  const withoutContact = facts.email === undefined && contact === undefined;
  return importFields.filter((field) => {
    if (withoutContact && (field === "contact" || field === "language")) return false;
    return facts[field] !== undefined && facts[field] !== before[field];
  });
}
