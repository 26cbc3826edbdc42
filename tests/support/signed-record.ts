import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { catalogueOver } from "#app/adapters/own-catalogue";
import type { ServiceContext } from "#app/services/context/contexts";
import { openStore } from "#db/index";
import { Sqlite } from "#db/sqlite/driver";
import { testContext } from "./context";
import { aDocument, roomyLimits } from "./documents";
import { anEvent } from "./factories";
import { asSupplier, invite } from "./supplier";

export type SignedRecord = {
  readonly ctx: ServiceContext;
  readonly attestation: string;
  /** SHA-256 in hex of the document that is attached. */
  readonly document: string;
};

/**
 * A data folder in which one supplier answered everything, attached a document, and signed. The store stays open. `before`:
 * what happens before the signature.
 */
export async function signedRecord(
  dataDir: string,
  before: (ctx: ServiceContext, invited: Awaited<ReturnType<typeof invite>>) => Promise<void> = async () => {},
): Promise<SignedRecord> {
  mkdirSync(dataDir, { recursive: true });
  const made = await testContext({ DATA_DIR: dataDir });
  await made.store.close();
  const store = await openStore(`file:${join(dataDir, "avow.sqlite")}`);
  const ctx = { ...made, store, catalogue: catalogueOver(store) };
  const invited = await invite(ctx);
  const supplier = asSupplier(ctx, invited.token);
  await supplier.answersAll();
  const received = await ctx.files.receive(bytesOf("%PDF-1.7 a true certificate"), 1_000);
  if (typeof received === "string") throw new Error(received);
  await received.keep();
  const { sha256, bytes } = received;
  const evidence = aDocument({ question: "E1", sha256, bytes });
  const key = { org: invited.organisation.id, attestation: invited.attestation };
  await ctx.store.evidence.add({ ...key, evidence, limits: roomyLimits, audit: anEvent() });
  await before(ctx, invited);
  const outcome = await supplier.submits();
  if (outcome.kind !== "submitted") throw new Error(`not signed: ${outcome.kind}`);
  return { ctx, attestation: invited.attestation, document: sha256 };
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** Does what no program may: changes what is on record, and leaves the triggers as they were. */
export function tamper(dataDir: string, sql: string, ...values: readonly string[]): void {
  const database = new Sqlite(join(dataDir, "avow.sqlite"));
  const triggers = database
    .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all();
  database.pragma("foreign_keys = OFF");
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`);
  if (values.length > 0) database.prepare(sql).run(...values);
  else database.exec(sql);
  for (const trigger of triggers) database.exec(trigger.sql);
  database.close();
}
