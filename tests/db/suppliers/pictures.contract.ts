import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Store } from "#db/store";
import type { CountedRating } from "#db/store/attestations/ratings";
import { aHash, anEvent, hoursLater } from "#tests/support/factories";
import { aNewRating, aRating } from "#tests/support/ratings";
import { launch, type World } from "#tests/support/world";

const by = { ruleSet: "standard-2026.1", edition: "tip-2025" };

/** What pictures are drawn of, whatever the database. */
export function picturesContract(open: () => Promise<Store>): void {
  let store: Store;
  let world: World;
  const org = () => world.organisation.id;
  const rate = (at: number, score: number, over: Parameters<typeof aRating>[0] = {}, hours = 0) => {
    const recipient = world.recipients[at];
    return store.ratings.add({
      org: org(),
      ...aNewRating({
        attestation: recipient?.attestation.id ?? "",
        supplier: recipient?.supplier.id ?? "",
        rating: aRating({ score, ...over }),
        createdAt: hoursLater(hours),
      }),
      audit: anEvent(),
    });
  };

  beforeAll(async () => {
    store = await open();
    world = await launch(store, { suppliers: 6 });
    for (const [at, score] of [40, 10, 70, 20].entries()) await rate(at, score);
    await rate(4, 99, { ruleSet: { id: "standard-2026.2", hash: aHash() } });
    await rate(0, 44, {}, 5);
  });
  afterAll(() => store.close());

  describe("figures of pictures", () => {
    test("the middle score of a country counts newest ratings of the same rules and countries alone", async () => {
      expect(await store.suppliers.medians(org(), by)).toEqual([{ country: "VN", rated: 4, median: 32 }]);
      expect(await store.suppliers.medians(org(), { ...by, ruleSet: "standard-2026.2" })).toEqual([
        { country: "VN", rated: 1, median: 99 },
      ]);
      expect(await store.suppliers.medians(org(), { ...by, edition: "tip-2020" })).toEqual([]);
    });

    test("newest ratings are counted by what made them, the most first", async () => {
      expect((await store.suppliers.spread(org())).made).toEqual([
        { ...by, suppliers: 4 },
        { ...by, ruleSet: "standard-2026.2", suppliers: 1 },
      ]);
    });

    test("ratings come a page at a time, each supplier's together, and none twice", async () => {
      const all: CountedRating[] = [];
      for (let page = await store.ratings.after(org(), { most: 4 }); page.length > 0; ) {
        all.push(...page);
        page = await store.ratings.after(org(), { after: page.at(-1), most: 4 });
      }
      const first = world.recipients[0]?.supplier.id;
      expect(all).toHaveLength(6);
      expect(new Set(all.map(({ supplier, position }) => `${supplier} ${position}`)).size).toBe(6);
      expect(
        all.filter(({ supplier }) => supplier === first).map(({ rating, isNewest }) => [rating.score, isNewest]),
      ).toEqual([
        [40, false],
        [44, true],
      ]);
    });

    test("who was asked and who answered is counted by campaign and country", async () => {
      expect(await store.campaigns.coverage(org())).toEqual([
        { campaign: world.campaign.id, country: "VN", asked: 6, answered: 0 },
      ]);
    });

    test("the mark stays while nothing is rated, and moves with the next rating", async () => {
      const before = await store.ratings.mark(org());
      expect(await store.ratings.mark(org())).toBe(before);
      await rate(5, 50, {}, 6);
      expect(await store.ratings.mark(org())).not.toBe(before);
    });
  });
}
