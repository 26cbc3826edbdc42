import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type Sqlite from "better-sqlite3";
import { afterAll } from "vitest";
import { openStore } from "#db/index";
import { aDocument, roomyLimits } from "#tests/support/documents";
import { aDeclaration, anAnswer, anEvent, now } from "#tests/support/factories";
import { aNewRating } from "#tests/support/ratings";
import { launch } from "#tests/support/world";

const folder = mkdtempSync(join(tmpdir(), "avow-guards-"));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

/** The path of a database that is not there yet, gone after the tests. */
export function aFile(): string {
  files += 1;
  return join(folder, `${files}.db`);
}

/** Fills a database file: an answer, a draft, a document, a declaration, a rating and mails. */
export async function fill(file: string): Promise<void> {
  const store = await openStore(`file:${file}`);
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
  await store.close();
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
