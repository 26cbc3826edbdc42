import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Store } from "#db/store";
import { anEvent, anImported } from "#tests/support/factories";
import { aNewRating, aRating } from "#tests/support/ratings";
import { launch } from "#tests/support/world";

const ruleSet = (id: string) => ({ ruleSet: { id, hash: "h" } });
const edition = (id: string) => ({ edition: { id, hash: "h" } });

/** Eight of one country and rule set, whose scores are 10 to 80, and others that are not their peers. */
const rated = [
  ...[10, 20, 30, 40, 50, 60, 70, 80].map((score, at) => ({
    score,
    country: "VN",
    sector: at < 5 ? "61" : "repair",
    over: {},
  })),
  { score: 5, country: "CN", sector: "61", over: {} },
  { score: 50, country: "VN", sector: "61", over: ruleSet("another") },
  { score: 50, country: "VN", sector: "61", over: edition("another") },
  { score: 50, country: "VN", sector: undefined, over: {} },
] as const;

/** How every store compares a supplier with others, whatever the database. */
export function peersContract(open: () => Promise<Store>): void {
  let store: Store;
  let org: string;
  let ids: readonly string[];
  beforeAll(async () => {
    store = await open();
    const world = await launch(store, { suppliers: rated.length + 1 });
    org = world.organisation.id;
    ids = world.recipients.map(({ supplier }) => supplier.id);
    for (const [at, { score, country, sector, over }] of rated.entries()) {
      const recipient = world.recipients[at];
      if (!recipient) throw new Error("one recipient each");
      const supplier = { ...recipient.supplier, country };
      await store.suppliers.add({ org, added: [], changed: [anImported(supplier)], audit: [anEvent()] });
      const rating = aRating({ score, band: score >= 50 ? "high" : "low", ...over });
      const added = aNewRating({ attestation: recipient.attestation.id, supplier: supplier.id, rating, sector });
      await store.ratings.add({ ...added, org, audit: anEvent() });
    }
  });
  afterAll(() => store.close());

  describe("the peers of a supplier", () => {
    test("are those of its country and sector that were rated with the same rules and countries, without itself", async () => {
      expect(await store.suppliers.standing(org, ids[2] ?? "")).toMatchObject({
        country: "VN",
        sector: "61",
        inCountry: { others: 8, lower: 2, alike: 0 },
        inSector: { others: 5, lower: 3, alike: 0 },
        inBoth: { others: 4, lower: 2, alike: 0 },
      });
      // Half counts for the one that has the same score.
      expect(await store.suppliers.standing(org, ids[4] ?? "")).toMatchObject({
        inCountry: { others: 8, lower: 4, alike: 1 },
      });
    });

    test("are those of the country alone where no sector is known, and nobody without a rating", async () => {
      const standing = await store.suppliers.standing(org, ids[11] ?? "");
      expect(standing).toMatchObject({ inCountry: { others: 8, lower: 4, alike: 1 } });
      expect(standing).not.toHaveProperty("inSector");
      expect(await store.suppliers.standing(org, ids[12] ?? "")).toBeUndefined();
      expect(await store.suppliers.standing("another", ids[2] ?? "")).toBeUndefined();
    });

    test("are grouped from a size on, each rule set and edition by itself", async () => {
      const made = { ruleSet: aRating().ruleSet.id, edition: aRating().edition.id };
      const groups = await store.suppliers.peerGroups(org, { least: 5, most: 10 });
      expect(groups).toEqual({
        countries: [{ ...made, of: "VN", suppliers: 9, grave: 5, quarters: [30, 50, 60] }],
        sectors: [{ ...made, of: "61", suppliers: 6, grave: 1, quarters: [10, 20, 40] }],
      });
      expect(await store.suppliers.peerGroups(org, { least: 10, most: 10 })).toEqual({ countries: [], sectors: [] });
      const one = await store.suppliers.peerGroups(org, { least: 1, most: 1 });
      expect(one.countries.map(({ of }) => of)).toEqual(["VN"]);
    });
  });
}
