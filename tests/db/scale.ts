/**
 * Measures the store on a disk: saves a second, files read a second, and the suppliers table with 100,000 suppliers beside
 * another organisation with 20,000. Run: npx tsx tests/db/scale.ts [folder] [keep]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { openStore } from "#db/index";
import type { Store } from "#db/store";
import type { SupplierFilter } from "#db/supplier-table";
import { aCampaign, aContact, anAnswer, anEvent, aSupplier, now } from "#tests/support/factories";
import { launch, settle } from "#tests/support/world";

const countries = ["VN", "CN", "TH", "BD", "TR", "MY", "PL", "IN", "KH", "MM", "RU", "MX"];
const names = [
  "Saigon Garment",
  "深圳纺织有限公司",
  "บริษัท สิ่งทอ",
  "Dhaka Knit",
  "Öztürk Tekstil",
  "Łódź Włókna",
  "Klang Rubber",
];
const tiers = ["1", "2", "2W", "3"];

/** The same figures in each run. */
let state = 20_260_302;
function random(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
}
function pick<T>(from: readonly T[]): T {
  const one = from[Math.floor(random() * from.length)];
  if (one === undefined) throw new Error("nothing to pick from");
  return one;
}

async function fill(store: Store, howMany: number): Promise<{ org: string; campaign: string }> {
  const { organisation } = await settle(store);
  const org = organisation.id;
  const ids: string[] = [];
  for (let start = 0; start < howMany; start += 5_000) {
    const added = Array.from({ length: Math.min(5_000, howMany - start) }, (_, i) => {
      const supplier = aSupplier({ org, name: `${pick(names)} ${start + i} Co., Ltd`, country: pick(countries) });
      ids.push(supplier.id);
      return { supplier, contact: aContact({ org, supplier: supplier.id }) };
    });
    await store.suppliers.add({ org, added, changed: [], audit: [anEvent()] });
  }
  const second = aCampaign({ org });
  await store.campaigns.create({ campaign: second, suppliers: ids.filter(() => random() < 0.3), audit: anEvent() });
  rateAll(org, ids);
  return { org, campaign: second.id };
}

/** Writes the summary columns straight, because 100,000 journeys would take an hour and the table reads nothing else. */
function rateAll(org: string, ids: readonly string[]): void {
  const db = new Sqlite(file);
  const update = db.prepare(
    `UPDATE suppliers SET band = ?, score = ?, floor = 0, confidence = ?, dprk = ?, disclosed = 0, tiers = ?, tier_set = ?, change = ?, signed_at = ?, driver_code = 'C', driver_points = 10, driver_floor = 0 WHERE org = ? AND id = ?`,
  );
  db.transaction(() => {
    for (const id of ids) {
      if (random() < 0.1) continue;
      const score = Math.round(random() * 10_000) / 100;
      const tier = [pick(tiers), pick(tiers)];
      update.run(
        Math.min(3, Math.floor(score / 25)),
        score,
        Math.floor(random() * 100),
        Math.floor(random() * 6),
        JSON.stringify(tier.map((t) => ({ country: "VN", tier: t }))),
        `|${tier.join("|")}|`,
        random() < 0.5 ? null : Math.round(random() * 40) - 20,
        now.getTime() - Math.floor(random() * 1e9),
        org,
        id,
      );
    }
  })();
  db.close();
}

function views(campaign: string): readonly SupplierFilter[] {
  const page = { page: 1, pageSize: 50 };
  const worst = { sort: "rating", direction: "down", ...page } as const;
  return [
    worst,
    { ...worst, page: 1_000 },
    { ...worst, page: 2_000 },
    { ...worst, direction: "up" },
    { ...worst, bands: ["critical", "high"] },
    { ...worst, bands: ["low"], page: 300 },
    { ...worst, dprk: ["present", "past-after"] },
    { ...worst, tiers: ["3", "2W"] },
    { ...worst, tiers: ["3"], countries: ["MM"], dprk: ["unknown"] },
    { ...worst, countries: ["CN", "RU"], page: 100 },
    { ...worst, confidenceBelow: 30 },
    { ...worst, campaign },
    { ...worst, search: "dhaka" },
    { ...worst, search: "co., ltd" },
    { ...worst, search: "深圳" },
    { ...worst, search: "สิ่งทอ 77" },
    { ...worst, search: "lodz", sort: "confidence" },
    { sort: "name", direction: "up", ...page },
    { sort: "change", direction: "up", ...page, page: 500 },
    { sort: "signed", direction: "down", ...page, bands: ["none", "low"] },
    { sort: "dprk", direction: "down", ...page, page: 40 },
    { sort: "country", direction: "up", ...page, page: 1_900, confidenceFrom: 10 },
    { sort: "ref", direction: "up", ...page, search: "no such supplier" },
  ];
}

async function table(store: Store, org: string, campaign: string): Promise<void> {
  const times: number[] = [];
  for (const filter of views(campaign)) {
    const runs: number[] = [];
    let total = 0;
    for (let i = 0; i < 10; i += 1) {
      const start = performance.now();
      ({ total } = await store.suppliers.table(org, filter));
      runs.push(performance.now() - start);
    }
    times.push(...runs);
    runs.sort((a, b) => a - b);
    console.log(
      `${runs[5]?.toFixed(1).padStart(7)} ms  worst ${runs[9]?.toFixed(1).padStart(6)}  ${total} rows  ${JSON.stringify(filter)}`,
    );
  }
  times.sort((a, b) => a - b);
  console.log(
    `suppliers table: p50 ${times[Math.floor(times.length / 2)]?.toFixed(1)} ms, p95 ${times[Math.floor(times.length * 0.95)]?.toFixed(1)} ms`,
  );
}

async function saves(store: Store): Promise<void> {
  const { organisation, recipients } = await launch(store, { suppliers: 50 });
  const each = 400;
  const start = performance.now();
  await Promise.all(
    recipients.map(async ({ attestation }) => {
      for (let i = 0; i < each; i += 1) {
        const question = `Q${i % 40}`;
        await store.attestations.saveAnswer({
          org: organisation.id,
          attestation: attestation.id,
          question,
          basedOn: Math.floor(i / 40),
          answer: anAnswer({ comment: "as agreed with the agency" }),
          at: now,
          audit: anEvent({ action: "answer.saved", details: { question, revision: Math.floor(i / 40) + 1 } }),
        });
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  console.log(`saveAnswer, 50 at once: ${Math.round((recipients.length * each) / seconds)} a second`);
  const reads = 10_000;
  const began = performance.now();
  for (let i = 0; i < reads; i += 1) {
    const recipient = recipients[i % 50];
    if (recipient) await store.attestations.bySession(recipient.sessionHash, recipient.attestation.id);
  }
  console.log(
    `bySession, 40 answers of 10 revisions: ${Math.round(reads / ((performance.now() - began) / 1000))} a second`,
  );
}

const folder = mkdtempSync(join(process.argv[2] ?? tmpdir(), "avow-scale-"));
const file = join(folder, "avow.db");
const store = await openStore(`file:${file}`);
try {
  await saves(store);
  const start = performance.now();
  await fill(store, 20_000);
  const { org, campaign } = await fill(store, 100_000);
  console.log(`120,000 suppliers written in ${Math.round((performance.now() - start) / 1000)} s`);
  await table(store, org, campaign);
} finally {
  await store.close();
  if (process.argv[3] === "keep") console.log(file);
  else rmSync(folder, { recursive: true });
}
