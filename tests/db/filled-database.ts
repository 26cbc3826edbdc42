import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type Sqlite from "better-sqlite3";
import { openStore } from "#db/index";
import type { Store } from "#db/store";
import { aDocument, roomyLimits } from "#tests/support/documents";
import { aDeclaration, anAnswer, anEvent, now } from "#tests/support/factories";
import { aNewRating } from "#tests/support/ratings";
import { launch } from "#tests/support/world";

// It goes with the temporary folder of the whole run: files of tests that share a process share it too.
const folder = mkdtempSync(join(tmpdir(), "avow-guards-"));
let files = 0;

/** The path of a database that is not there yet, gone after the tests. */
export function aFile(): string {
  files += 1;
  return join(folder, `${files}.db`);
}

/** Fills a database file as `fillStore` does. */
export async function fill(file: string): Promise<void> {
  const store = await openStore(`file:${file}`);
  await fillStore(store);
  await store.close();
}

/** Three suppliers, one of which answered, attached a document and signed: so all append-only tables have rows. */
export async function fillStore(store: Store): Promise<void> {
  const { organisation, recipient } = await launch(store, { suppliers: 3 });
  const key = { org: organisation.id, attestation: recipient.attestation.id };
  await store.attestations.saveAnswer({
    ...key,
    question: "B1",
    basedOn: 0,
    answer: anAnswer(),
    at: now,
    audit: anEvent(),
  });
  await store.evidence.add({ ...key, evidence: aDocument(), limits: roomyLimits, audit: anEvent() });
  const rating = aNewRating({ attestation: key.attestation, supplier: recipient.supplier.id });
  await store.attestations.submit({ ...key, revision: 2, declaration: aDeclaration(), rating, audit: [anEvent()] });
}

/** Names of all tables. */
export function tablesOf(db: Sqlite.Database): readonly string[] {
  return db
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .all()
    .map(({ name }) => name);
}
