import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { buildReference, changedPublications, changedTables } from "#app/commands/build-reference";
import { fingerprint } from "#questionnaires/fingerprints/canonical-json";
import {
  countries,
  currentEdition,
  editions,
  fingerprints,
  goods,
  hosts,
  hsChapters,
  materials,
  migrantLabour,
  referenceSources,
  sectors,
  sourcedLists,
} from "#scoring/editions/index";
import { builtFromList } from "#scoring/editions/schemas";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const sources = new URL("../../../scoring/reference/sources/", import.meta.url);
const published = new URL("../../../scoring/editions/published/", import.meta.url);

describe("published reference data", () => {
  test("nothing published has been edited since", () => {
    const bodies = [
      ...editions.map(({ definition }) => definition),
      countries,
      goods,
      materials,
      hosts,
      hsChapters,
      sectors,
      migrantLabour,
      sourcedLists.goods,
      sourcedLists.hosts,
      sourcedLists.materials,
      sourcedLists.serviceSectors,
      sourcedLists.enforcement,
      sourcedLists.clocks,
    ];
    const now = Object.fromEntries(bodies.map((body) => [body.id, fingerprint(body, sha256)]));
    expect(now).toEqual(fingerprints);
  });

  test("a single changed tier changes the fingerprint", () => {
    const edition = currentEdition().definition;
    const changed = { ...edition, tiers: { ...edition.tiers, SD: "2" } };
    expect(fingerprint(changed, sha256)).not.toBe(fingerprints[edition.id]);
  });

  test("the order in which keys stand does not change the fingerprint", () => {
    const edition = currentEdition().definition;
    const turned = Object.fromEntries(Object.entries(edition).reverse());
    expect(fingerprint(turned, sha256)).toBe(fingerprints[edition.id]);
  });

  test("rebuilding refuses what would change or drop a published body, and takes a new one", () => {
    const print = (letter: string) => letter.repeat(64);
    const before = JSON.stringify({ "tip-2024": print("a"), "tip-2025": print("b") });
    const after = JSON.stringify({ "tip-2025": print("c"), "tip-2026": print("d") });
    expect(changedPublications(before, after)).toEqual(["tip-2024", "tip-2025"]);
    expect(changedPublications(before, before)).toEqual([]);
  });

  test("every source says who published it, under which licence, and what is in doubt", () => {
    const bodies = referenceSources();
    expect(bodies.map(({ id }) => id).sort()).toEqual(Object.keys(fingerprints).sort());
    for (const source of bodies) {
      expect(source.doubts.length, source.id).toBeGreaterThan(0);
      expect(source.rows, source.id).toBeGreaterThan(0);
    }
  });

  test("rebuilding from the tables of the project gives the same bytes", () => {
    const files = buildReference();
    expect([...files.keys()].sort()).toEqual(readdirSync(published).sort());
    expect(files.size).toBe(21);
    for (const [name, text] of files) expect(readFileSync(new URL(name, published), "utf8"), name).toBe(text);
  });

  test("every body names the hashes of the tables it was built from, and every table builds something", () => {
    const builtFrom = builtFromList.parse(JSON.parse(readFileSync(new URL("built-from.json", published), "utf8")));
    expect(Object.keys(builtFrom)).toEqual(Object.keys(fingerprints));
    for (const [file, hash] of Object.values(builtFrom).flatMap((tables) => Object.entries(tables))) {
      const bytes = readFileSync(new URL(file, sources));
      expect(createHash("sha256").update(bytes).digest("hex"), file).toBe(hash);
    }
    const named = new Set(Object.values(builtFrom).flatMap((tables) => Object.keys(tables)));
    const tables = readdirSync(sources).filter((name) => name !== "SOURCES.md");
    expect([...named].sort()).toEqual(tables.sort());
    const described = readFileSync(new URL("SOURCES.md", sources), "utf8");
    for (const name of tables) expect(described, name).toContain(`| \`${name}\` |`);
  });

  test("rebuilding refuses a table that was edited after something was built from it", () => {
    const hash = (letter: string) => letter.repeat(64);
    const before = JSON.stringify({ "goods-1": { "a.csv": hash("a"), "b.csv": hash("b") } });
    const edited = JSON.stringify({ "goods-1": { "a.csv": hash("c"), "b.csv": hash("b") } });
    expect(changedTables(before, edited)).toEqual(["a.csv"]);
    const extended = { ...JSON.parse(before), "goods-2": { "c.csv": hash("d") } };
    expect(changedTables(before, JSON.stringify(extended))).toEqual([]);
  });
});
