import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TrialDesk } from "#app/adapters/trials/trial-desk";
import { makeDemoFolder } from "#app/commands/demo/folder";
import { demoPeople } from "#app/commands/demo/people";
import { readConfig } from "#app/product/config.server";
import { type AppContext, openContext } from "#app/product/context.server";
import type { TrialOrder } from "#app/services/context/resources/threads/rule-trials";
import { standingOf, TrialVersions } from "#app/services/what-if/run/try-supplier";
import type { RatedAnswers } from "#db/store";
import { quietLog } from "#tests/support/quiet-log";
import { trialsHere } from "#tests/support/trials";

const folder = mkdtempSync(join(tmpdir(), "avow-what-if-"));
let ctx: AppContext;
let org: string;
let rated: readonly RatedAnswers[];

beforeAll(async () => {
  const config = readConfig({ NODE_ENV: "production", DATA_DIR: join(folder, "demo") });
  await makeDemoFolder(config, quietLog);
  ctx = await openContext(config, quietLog);
  org = (await ctx.store.users.byEmail(demoPeople.admin.email))?.user.org ?? "";
  rated = await ctx.store.ratedAnswers.after(org, { most: 200 });
}, 120_000);

afterAll(async () => {
  await ctx.store.close();
  rmSync(folder, { recursive: true });
});

/** Tiers by country as the table of sources has them, not as an edition made of it does. */
function tiersOf(year: number): ReadonlyMap<string, string> {
  const lines = readFileSync("scoring/reference/sources/tip_tiers.csv", "utf8").trim().split(/\r?\n/).slice(1);
  const rows = lines.map((line) => /^(..),(?:"[^"]*"|[^,]*),(\d{4}),([^,]*)/.exec(line)?.slice(1) ?? []);
  return new Map(rows.flatMap(([iso2 = "", of, tier = ""]) => (Number(of) === year ? [[iso2, tier] as const] : [])));
}

const points: Readonly<Record<string, number>> = { "1": 15, "2": 40, "2WL": 65, "3": 90, SC: 90 };
const isOfConcern = (tier: string | undefined) => tier === "2WL" || tier === "3" || tier === "SC";

/** Which way each country goes for its sites, by the data alone, and which countries of workers begin or end to be of concern. */
function changesBetween(from: number, to: number) {
  const [before, after] = [tiersOf(from), tiersOf(to)];
  const countries = new Set([...before.keys(), ...after.keys()]);
  const pointsIn = (tiers: ReadonlyMap<string, string>, country: string) => points[tiers.get(country) ?? ""] ?? 65;
  const moves = new Map<string, number>();
  const concern = new Map<string, number>();
  for (const country of countries) {
    const move = Math.sign(pointsIn(after, country) - pointsIn(before, country));
    if (move !== 0) moves.set(country, move);
    const [was, is] = [isOfConcern(before.get(country)), isOfConcern(after.get(country))];
    if (was !== is) concern.set(country, is ? 1 : -1);
  }
  return { moves, concern };
}

/** Values of a column of a table that somebody answered. */
function cellsIn({ answers }: RatedAnswers, question: string, part: string, column: string): readonly string[] {
  const rows = answers[question]?.value?.[part];
  if (!Array.isArray(rows)) return [];
  return rows.flatMap((row) => (typeof row === "string" ? [] : [String(row.cells[column] ?? "")]));
}

test("what nobody changed leaves every rating as it is", async () => {
  expect(rated.length).toBeGreaterThan(20);
  const order: TrialOrder = { org, edition: "tip-2025" };
  const versions = new TrialVersions(ctx, order);
  for (const row of rated) {
    const by = await versions.of({ ...row, edition: row.edition });
    if (!by || row.edition !== "tip-2025") continue;
    expect([row.supplier.name, standingOf(row, by)]).toEqual([row.supplier.name, { score: row.score, band: row.band }]);
  }
});

/** What each supplier of a rule set was and would be, with the ways in which the data alone move its countries. */
async function triedBy(rules: string, year: number) {
  const { moves, concern } = changesBetween(2025, year);
  const order: TrialOrder = { org, rules: { base: rules, changes: {} }, edition: `tip-${year}` };
  const versions = new TrialVersions(ctx, order);
  const own = rated.filter((row) => row.ruleSet === rules && row.edition === "tip-2025");
  const tried = own.map(async (row) => {
    const by = await versions.of(row);
    if (!by) throw new Error(`${rules} does not rate ${row.questionnaire}`);
    const sites = cellsIn(row, "B1", "sites", "country").flatMap((country) => moves.get(country) ?? []);
    const workers = cellsIn(row, "D2", "foreign", "nationality").flatMap((country) => concern.get(country) ?? []);
    const way = Math.sign(standingOf(row, by).score - row.score);
    return {
      id: row.supplier.id,
      name: row.supplier.name,
      way,
      sites: new Set(sites),
      ways: new Set([...sites, ...workers]),
    };
  });
  return { order, tried: await Promise.all(tried) };
}

describe.each(["standard-2026.1", "standard-2026.2"])("%s", (rules) => {
  test.each([2020, 2023, 2025])("countries of TIP %i move whom the tiers moved, and their way", async (year) => {
    const { order, tried } = await triedBy(rules, year);
    const moved = tried.filter(({ way }) => way !== 0);
    // A supplier none of whose countries moved stays where it is, to the hundredth.
    expect(moved.filter(({ ways }) => ways.size === 0)).toEqual([]);
    // Where all its countries went one way, it did not go the other.
    expect(moved.filter(({ way, ways }) => ways.size === 1 && !ways.has(way))).toEqual([]);
    // Where the countries of its sites went one way, and those of its workers not the other, it went with them.
    expect(tried.filter(({ way, sites, ways }) => sites.size === 1 && ways.size === 1 && way === 0)).toEqual([]);
    if (year === 2025) expect(moved).toEqual([]);
    if (year === 2020) expect(moved.length).toBeGreaterThan(0);

    // The list that the page shows has none besides, and its counts by country are those of the list.
    const desk = new TrialDesk([trialsHere(ctx)], ctx.store.ratedAnswers.rated);
    const { movers, counts, stage } = await desk.look(order, "somebody", 60_000);
    expect([stage, counts.tried + counts.passed]).toEqual(["done", rated.length]);
    const ids = new Set(tried.map(({ id }) => id));
    const listed = movers.map(({ supplier }) => supplier.id).filter((id) => ids.has(id));
    expect(listed.filter((id) => !moved.some((one) => one.id === id))).toEqual([]);
    const byCountry = Object.values(counts.countries).reduce((sum, { worse, better }) => sum + worse + better, 0);
    expect(byCountry).toBe(movers.length);
  });
});
