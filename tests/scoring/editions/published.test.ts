import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { buildReference, changedPublications } from "#app/commands/build-reference";
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
  referenceSources,
  sectors,
} from "#scoring/editions/index";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const collectedTables = new URL("../../../../shared/data/", import.meta.url).pathname;
const published = new URL("../../../scoring/editions/published/", import.meta.url);

describe("published reference data", () => {
  test("nothing published has been edited since", () => {
    const bodies = [...editions, countries, goods, materials, hosts, hsChapters, sectors];
    const now = Object.fromEntries(bodies.map((body) => [body.id, fingerprint(body, sha256)]));
    expect(now).toEqual(fingerprints);
  });

  test("a single changed tier changes the fingerprint", () => {
    const edition = currentEdition();
    const changed = { ...edition, tiers: { ...edition.tiers, SD: "2" } };
    expect(fingerprint(changed, sha256)).not.toBe(fingerprints[edition.id]);
  });

  test("the order in which keys stand does not change the fingerprint", () => {
    const edition = currentEdition();
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
    const sources = referenceSources();
    expect(sources).toHaveLength(12);
    for (const source of sources) {
      expect(source.doubts.length, source.id).toBeGreaterThan(0);
      expect(source.rows, source.id).toBeGreaterThan(0);
    }
  });

  test.skipIf(!existsSync(collectedTables))(
    "rebuilding from the collected tables gives the same bytes (skipped where the tables are not at hand)",
    () => {
      const files = buildReference(collectedTables);
      expect(files.size).toBe(13);
      for (const [name, text] of files) expect(readFileSync(new URL(name, published), "utf8"), name).toBe(text);
    },
  );
});
