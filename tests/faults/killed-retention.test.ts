import { execFile } from "node:child_process";
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { catalogueOver } from "#app/adapters/own-catalogue";
import { secretCheck } from "#app/adapters/secrets.server";
import { asSystem } from "#app/services/context/callers";
import type { ServiceContext } from "#app/services/context/contexts";
import { applyRetention } from "#app/services/retention/apply-retention";
import { openStore } from "#db/index";
import type { Store } from "#db/store";
import { openRecord, type RecordFile } from "#tests/soak/record/record-file";
import { aDraft, anAnswer, anEvent, now } from "#tests/support/factories";
import { aDataFolder, freePort, spawnProduct } from "#tests/support/product";
import { signedRecord } from "#tests/support/signed-record";
import { launch } from "#tests/support/world";

/** What signedRecord makes its links with. */
const secret = Buffer.alloc(32, 7);
const kills = 2;
const unsent = 120;
const tables = ["answers", "drafts", "evidence", "declarations", "ratings"] as const;

type Tombstone = { readonly rows: string; readonly hash: string; readonly declaration: string | null };

const dataDir = aDataFolder();
let record: RecordFile;
/** How many rows each attestation had before anything went. */
let before: ReadonlyMap<string, string>;
/** What each removal says where nobody kills it. */
let expected: ReadonlyMap<string, Tombstone>;

beforeAll(async () => {
  const { ctx } = await signedRecord(dataDir);
  const { recipients } = await launch(ctx.store, { suppliers: unsent });
  for (const { attestation } of recipients) await fillIn(ctx.store, attestation);
  for (const org of await ctx.store.organisations.ids()) {
    await ctx.store.retention.setTerms({ org, terms: { submissions: 1, unsent: 1 }, audit: anEvent() });
  }
  await ctx.store.upkeep.keepFact("secret-check", secretCheck(secret));
  await ctx.store.close();
  writeFileSync(join(dataDir, "secret"), secret.toString("base64url"), { mode: 0o600 });
  expected = await inPeace(ctx);
  record = openRecord(dataDir);
  before = rowsOf();
});
afterAll(() => record?.close());

async function fillIn(store: Store, { org, id: attestation }: { org: string; id: string }): Promise<void> {
  const save = { org, attestation, basedOn: 0, answer: anAnswer(), at: now };
  for (const question of ["B1", "F5"]) await store.attestations.saveAnswer({ ...save, question, audit: anEvent() });
  await store.attestations.keepDraft({ org, attestation, draft: aDraft(), audit: anEvent() });
}

/** What becomes of a copy. */
async function inPeace(ctx: ServiceContext): Promise<ReadonlyMap<string, Tombstone>> {
  const copy = aDataFolder();
  cpSync(dataDir, copy, { recursive: true });
  const store = await openStore(`file:${join(copy, "avow.sqlite")}`);
  const clock = { now: () => new Date() };
  const system = asSystem({ ...ctx, store, clock, catalogue: catalogueOver(store) }, "retention");
  const removed = await applyRetention(system, { signal: new AbortController().signal });
  expect(removed).toMatchObject({ submissions: 1, unsent });
  await store.close();
  const of = openRecord(copy);
  const tombstones = tombstonesIn(of);
  of.close();
  return tombstones;
}

function tombstonesIn(of: RecordFile): ReadonlyMap<string, Tombstone> {
  const rows = of.rows<Tombstone & { id: string }>(
    "SELECT subject_id AS id, removed_rows AS rows, hash, declaration_hash AS declaration FROM removals WHERE is_open = 0",
  );
  return new Map(rows.map(({ id, ...tombstone }) => [id, tombstone]));
}

/** How many rows of each table every attestation has. */
function rowsOf(): ReadonlyMap<string, string> {
  const counts = tables.map((table) => `(SELECT count(*) FROM ${table} WHERE attestation = a.id)`).join(" || ' ' || ");
  const rows = record.rows<{ id: string; rows: string }>(`SELECT a.id, ${counts} AS rows FROM attestations a`);
  return new Map(rows.map(({ id, rows }) => [id, rows]));
}

const count = (sql: string) => record.rows<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`)[0]?.n ?? 0;
const removals = () => count("removals");

/** Every attestation is as it was, or removed with the tombstone that it would have had in peace. */
function expectWhole(): void {
  const tombstones = tombstonesIn(record);
  for (const [id, rows] of rowsOf()) {
    const tombstone = tombstones.get(id);
    expect([id, rows]).toEqual([id, tombstone ? tables.map(() => 0).join(" ") : before.get(id)]);
    if (tombstone) expect([id, tombstone]).toEqual([id, expected.get(id)]);
    const isRemoved = count(`attestations WHERE id = '${id}' AND state = 'removed'`);
    const events = count(`audit_events WHERE subject_id = '${id}' AND action = 'attestation.removed'`);
    expect([id, isRemoved, events]).toEqual([id, tombstone ? 1 : 0, tombstone ? 1 : 0]);
  }
  expect(count("removals WHERE is_open <> 0")).toBe(0);
}

const start = async () => spawnProduct(dataDir, { PORT: await freePort(), SMTP_URL: "" });

test("a removal by retention that is killed is finished or not begun, and the next process goes on", async () => {
  const gone: number[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const first = removals();
    const running = await start();
    await expect.poll(removals, { timeout: 20_000, interval: 2 }).toBeGreaterThan(first);
    await pause(Math.random() * 40);
    await running.end("SIGKILL");
    expectWhole();
    gone.push(removals());
    record.endLeases(new Date());
  }
  // Otherwise nobody was killed in the middle.
  expect(gone.at(-1)).toBeLessThan(expected.size);
  const running = await start();
  await expect.poll(removals, { timeout: 30_000 }).toBe(expected.size);
  const isDone = () => count("jobs WHERE kind = 'retention.apply' AND state = 'waiting' AND result IS NOT NULL");
  await expect.poll(isDone, { timeout: 30_000 }).toBe(1);
  expect(await running.end("SIGTERM")).toBe(0);
  expectWhole();
  expect(tombstonesIn(record)).toEqual(expected);
  const env = { ...process.env, NODE_ENV: "production" as const, DATA_DIR: dataDir };
  const { stdout } = await promisify(execFile)(process.execPath, ["build/server/verify.js"], { env });
  expect(stdout).toContain("All of it fits");
});
