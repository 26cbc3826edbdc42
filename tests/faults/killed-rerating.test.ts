import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { secretCheck } from "#app/adapters/secrets.server";
import { openRecord, type RecordFile } from "#tests/soak/record/record-file";
import { copySupplier } from "#tests/support/copied-suppliers";
import { anEvent } from "#tests/support/factories";
import { aRerating } from "#tests/support/own-rules";
import { aDataFolder, freePort, spawnProduct, withStore } from "#tests/support/product";
import { signedRecord } from "#tests/support/signed-record";

/** What signedRecord makes its links with. */
const secret = Buffer.alloc(32, 7);
const copies = 199;
const all = copies + 1;
const edition = "tip-2020";

const dataDir = aDataFolder();
let record: RecordFile;
let org: string;
let orderedBy: string;

beforeAll(async () => {
  const { ctx } = await signedRecord(dataDir);
  await ctx.store.upkeep.keepFact("secret-check", secretCheck(secret));
  [org = ""] = await ctx.store.organisations.ids();
  orderedBy = (await ctx.store.users.list(org))[0]?.id ?? "";
  await ctx.store.close();
  writeFileSync(join(dataDir, "secret"), secret.toString("base64url"), { mode: 0o600 });
  copySupplier(dataDir, copies);
  record = openRecord(dataDir);
}, 60_000);
afterAll(() => record?.close());

const start = async () => spawnProduct(dataDir, { PORT: await freePort(), SMTP_URL: "" });
const count = (sql: string) => record.rows<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`)[0]?.n ?? 0;
const ratedBy = (id: string) => count(`ratings WHERE rerating = '${id}'`);

/** What counts for each supplier now: its points, and what they were made by. */
function standings(): readonly string[] {
  return record
    .rows<{ standing: string }>(
      "SELECT id || ' ' || score || ' ' || band || ' ' || rule_set || ' ' || edition AS standing FROM suppliers ORDER BY id",
    )
    .map(({ standing }) => standing);
}

/** Nobody was rated twice, and the ratings, their events and the counts of the rerating are as many. */
function expectWhole(id: string, ratingsEach: number): void {
  const done = ratedBy(id);
  expect(count(`(SELECT supplier FROM ratings WHERE rerating = '${id}' GROUP BY supplier HAVING count(*) > 1)`)).toBe(
    0,
  );
  const [row] = record.rows<{ counts: string }>("SELECT counts FROM reratings WHERE id = ?", id);
  const counted = Object.values(JSON.parse(row?.counts ?? "{}") as Record<string, number>);
  expect(counted.reduce((sum, more) => sum + more, 0)).toBe(done);
  expect(count("ratings")).toBe(all * ratingsEach + done);
  const newest = "SELECT id FROM ratings r WHERE r.supplier = s.id ORDER BY position DESC LIMIT 1";
  expect(count(`suppliers s WHERE s.rating <> (${newest})`)).toBe(0);
  const events = count(
    `audit_events WHERE action = 'attestation.rated' AND json_extract(details, '$.rating') IN (SELECT id FROM ratings WHERE rerating = '${id}')`,
  );
  expect(events).toBe(done);
}

/** Orders it, kills whoever does it so often in the middle, and lets the last one finish. */
async function rateKilled(
  id: string,
  { kills, ratingsEach, takesBack }: { kills: number; ratingsEach: number; takesBack?: string },
): Promise<void> {
  const at = new Date();
  const rerating = aRerating({ org, id, orderedBy, edition, all, orderedAt: at, ...(takesBack ? { takesBack } : {}) });
  const kind = "ratings.rerate";
  const job = { org, kind, key: id, payload: {}, lane: kind, dueAt: at, createdAt: at };
  await withStore(dataDir, (store) => store.reratings.order({ rerating, job, audit: anEvent() }));
  for (let kill = 0; kill < kills; kill += 1) {
    const first = ratedBy(id);
    const running = await start();
    await expect.poll(() => ratedBy(id), { timeout: 30_000, interval: 2 }).toBeGreaterThan(first);
    await pause(Math.random() * 60);
    await running.end("SIGKILL");
    expectWhole(id, ratingsEach);
    record.endLeases(new Date());
  }
  // Otherwise nobody was killed in the middle.
  expect(ratedBy(id)).toBeLessThan(all);
  const running = await start();
  await expect.poll(() => count(`reratings WHERE id = '${id}' AND ended_at IS NOT NULL`), { timeout: 60_000 }).toBe(1);
  expect(await running.end("SIGTERM")).toBe(0);
  expectWhole(id, ratingsEach);
  expect(ratedBy(id)).toBe(all);
  expect(count(`reratings WHERE id = '${id}' AND "left" = 0`)).toBe(1);
}

test("a rerating that is killed again and again rates everybody once, and so does the way back", async () => {
  const before = standings();
  await rateKilled("there", { kills: 2, ratingsEach: 1 });
  const after = standings();
  expect(new Set(after.map((one) => one.split(" ").at(-1)))).toEqual(new Set([edition]));
  expect(after.map((one) => one.split(" ")[1])).not.toEqual(before.map((one) => one.split(" ")[1]));
  await rateKilled("back", { kills: 1, ratingsEach: 2, takesBack: "there" });
  expect(standings()).toEqual(before);
}, 240_000);
