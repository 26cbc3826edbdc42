import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeDemoFolder } from "#app/commands/demo/folder";
import { asPerson, demoPeople } from "#app/commands/demo/people";
import { demoSuppliers } from "#app/commands/demo/suppliers";
import { demoLinks } from "#app/commands/demo/tour";
import { type Config, readConfig } from "#app/product/config.server";
import { type AppContext, openContext } from "#app/product/context.server";
import { openLink } from "#app/services/supplier/link/link";
import { recipientState } from "#app/services/team/recipients/recipient-state";
import { printBrief } from "#app/services/team/suppliers/brief/print-brief";
import type { RecipientRow } from "#db/store";
import type { SupplierTable } from "#db/supplier-table";
import { currentEdition } from "#scoring/editions/index";
import { demoToday } from "#tests/support/demo-day";
import { hasPoppler, poppler } from "#tests/support/pdf";
import { quietLog } from "#tests/support/quiet-log";

const folders: string[] = [];

function settings(): Config {
  const dataDir = mkdtempSync(join(tmpdir(), "avow-demo-"));
  folders.push(dataDir);
  return readConfig({ NODE_ENV: "production", DATA_DIR: dataDir });
}

type Seen = {
  readonly ctx: AppContext;
  readonly org: string;
  readonly suppliers: SupplierTable["rows"];
  /** A hash of all that is kept of each supplier's newest rating. */
  readonly ratings: readonly string[];
};

async function look(config: Config): Promise<Seen> {
  const ctx = await openContext(config, quietLog);
  const org = (await ctx.store.users.byEmail(demoPeople.admin.email))?.user.org ?? "";
  const { rows } = await ctx.store.suppliers.table(org, { sort: "ref", direction: "up", page: 1, pageSize: 100 });
  const ratings: string[] = [];
  for (const { supplier } of rows) {
    const latest = await ctx.store.ratings.latest(org, supplier.id);
    ratings.push(`${supplier.id} ${ctx.sha256(JSON.stringify(latest ?? "none"))}`);
  }
  return { ctx, org, suppliers: rows, ratings };
}

async function recipients({ ctx, org }: Seen): Promise<readonly RecipientRow[]> {
  const campaigns = await ctx.store.campaigns.list(org);
  const filter = { page: 1, pageSize: 100, now: demoToday };
  const pages = await Promise.all(campaigns.map(({ id }) => ctx.store.campaigns.recipients(org, id, filter)));
  return pages.flatMap(({ rows }) => rows);
}

const distinct = (values: readonly (string | undefined)[]) => [...new Set(values)].filter((value) => value).sort();

const one = settings();
const other = settings();
let world: Seen;
let again: Seen;

beforeAll(async () => {
  await makeDemoFolder(one, quietLog);
  // The other world was begun before and stopped in the middle.
  writeFileSync(join(other.dataDir, "demo"), "begun\n");
  writeFileSync(join(other.dataDir, "avow.sqlite"), "half a database");
  await makeDemoFolder(other, quietLog);
  world = await look(one);
  again = await look(other);
}, 180_000);

afterAll(async () => {
  await Promise.all([world?.ctx.store.close(), again?.ctx.store.close()]);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

test("two demos have the same suppliers with the same ratings, also when one was interrupted", () => {
  expect(world.ratings).toHaveLength(60);
  expect(again.ratings).toEqual(world.ratings);
});

test("the demo has three campaigns, sixty suppliers, 21 countries and every band", async () => {
  const campaigns = await world.ctx.store.campaigns.list(world.org);
  expect(campaigns.map(({ state }) => state).sort()).toEqual(["closed", "draft", "live"]);
  expect(world.suppliers).toHaveLength(60);
  expect(distinct(world.suppliers.map(({ supplier }) => supplier.country))).toHaveLength(21);
  expect(distinct(world.suppliers.map(({ band }) => band))).toEqual(["critical", "high", "low", "medium"]);
});

test("the demo shows every state of North Korean labour, a floor, a changed band and a band without proof", () => {
  const states = ["no-checked", "no-not-checked", "past-after", "past-before", "present", "unknown"];
  expect(distinct(world.suppliers.map(({ dprk }) => dprk))).toEqual(states);
  expect(world.suppliers.some(({ floor, score = 100 }) => floor && score < 75)).toBe(true);
  expect(world.suppliers.some(({ band, previousBand }) => previousBand && band !== previousBand)).toBe(true);
  expect(world.suppliers.some(({ band, confidence = 100 }) => band === "low" && confidence < 50)).toBe(true);
});

const answersOf = async ({ ctx, org }: Seen, attestation: string) =>
  (await ctx.store.attestations.get(org, attestation))?.answers ?? {};

test("ten suppliers of the demo said the same to both versions, and are rated by the rules of each", async () => {
  const { ctx, org, suppliers } = world;
  const unchanged = new Set(demoSuppliers.filter(({ isUnchanged }) => isUnchanged).map(({ number }) => number));
  const beside = suppliers.filter(({ supplier }) => unchanged.has(supplier.externalId ?? ""));
  expect(beside).toHaveLength(10);
  for (const { supplier } of beside) {
    const ratings = await ctx.store.ratings.history(org, supplier.id);
    const made = ratings.map(({ rating }) => [rating.questionnaire.id, rating.ruleSet.id]);
    expect(made.sort(), supplier.name).toEqual([
      ["forced-labour@1", "standard-2026.1"],
      ["forced-labour@2", "standard-2026.2"],
    ]);
    const [one, other] = await Promise.all(ratings.map(({ attestation }) => answersOf(world, attestation)));
    // Questions that both versions ask in the same form.
    for (const code of ["A1", "B2", "D3", "F5", "G1", "G2", "G4", "H3", "J1", "K1", "L1"])
      expect(one?.[code]?.value, `${supplier.name} ${code}`).toEqual(other?.[code]?.value);
  }
});

test.each([
  ["garments from Jordan", "Zarqa Sportswear Co."],
  ["copper from Serbia", "Rudnik Crni Timok d.o.o."],
  ["a maker of bicycles in Taiwan", "Taichung Trail Cycles"],
  ["a group of restaurants with a team sent by a state", "Levant Terrace Restaurants LLC"],
  ["builders with a brigade sent by a state", "Budowa Mazowsze Sp. z o.o."],
])("the demo has %s: a risk that the tier of the country does not show", (_what, name) => {
  const row = world.suppliers.find(({ supplier }) => supplier.name === name);
  const country = row?.supplier.country ?? "";
  expect(["1", "2"]).toContain(currentEdition().definition.tiers[country]);
  expect(["high", "critical"]).toContain(row?.band);
});

test("suppliers of the demo stand everywhere a supplier can stand", async () => {
  const rows = await recipients(world);
  const states = ["declined", "expired", "invited", "started", "submitted", "withdrawn"];
  expect(distinct(rows.map((row) => recipientState(row, demoToday)))).toEqual(states);
  expect(rows.some(({ lastMail }) => lastMail?.state === "failed")).toBe(true);
  expect(rows.some(({ invitation }) => invitation.generation > 1)).toBe(true);
  expect(rows.filter(({ lastMail }) => lastMail?.state === "queued")).toEqual([]);
  expect(distinct(rows.map(({ contact }) => contact.language))).toEqual(
    expect.arrayContaining(["ar", "en", "zh-Hans"]),
  );
});

test("every answer of the demo was saved with an event of the supplier who gave it", async () => {
  const { ctx, org } = world;
  let answers = 0;
  for (const { attestation } of await recipients(world)) {
    const file = await ctx.store.attestations.get(org, attestation.id);
    const events = await ctx.store.audit.trail(org, { subjects: [attestation.id], most: 1_000 });
    // Newest first, and answers are counted up.
    const saved = events.toReversed().flatMap((event) => (event.action === "answer.saved" ? [event] : []));
    expect(saved.every(({ actor }) => actor.kind === "supplier" && actor.attestation === attestation.id)).toBe(true);
    for (const [question, revision] of Object.entries(file?.revisions ?? {})) {
      const revisions = saved.filter(({ details }) => details.question === question);
      expect(revisions.map(({ details }) => details.revision)).toEqual(
        Array.from({ length: revision }, (_, place) => place + 1),
      );
      answers += 1;
    }
  }
  expect(answers).toBeGreaterThan(2_500);
});

test("people of all four roles can sign in, and the links of three languages open a request", async () => {
  for (const role of ["admin", "buyer", "analyst", "viewer"] as const) {
    expect((await asPerson(world.ctx, role)).user.role).toBe(role);
  }
  const links = await demoLinks(world.ctx);
  expect(links.map(({ tag }) => tag)).toEqual(["en", "ar", "zh-Hans"]);
  for (const { link, tag } of links) {
    const file = await openLink(world.ctx, link.split("/s/")[1] ?? "");
    expect(file.contact.language).toBe(tag);
  }
});

test("a finished demo is left as it is, and a folder with anything else in it is never touched", async () => {
  expect(await makeDemoFolder(one, quietLog)).toBe(false);
  const real = settings();
  writeFileSync(join(real.dataDir, "avow.sqlite"), "somebody's data");
  await expect(makeDemoFolder(real, quietLog)).rejects.toThrow("is not a demo's folder");
  expect(readFileSync(join(real.dataDir, "avow.sqlite"), "utf8")).toBe("somebody's data");
  expect(existsSync(join(real.dataDir, "demo"))).toBe(false);
});

test.skipIf(!hasPoppler)("the brief of the worst supplier is one sheet", async () => {
  const [worst] = [...world.suppliers].sort((one, other) => (other.score ?? 0) - (one.score ?? 0));
  const team = await asPerson(world.ctx, "analyst");
  const { bytes } = await printBrief(team, { id: worst?.supplier.id ?? "" });
  expect(bytes.length).toBeLessThan(200_000);
  expect(poppler("pdfinfo", bytes)).toMatch(/Tagged: +yes[\s\S]*Pages: +1\n/);
  expect(poppler("pdftotext", bytes)).toContain("Critical");
});
