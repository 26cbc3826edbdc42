import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Store } from "#db/store";
import type { CountedRating, MadeRating, MadeRatingFilter } from "#db/store/attestations/ratings";
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

    test("ratings are listed as they were made, a part at a time, by supplier, rules, countries and since when", async () => {
      const all: MadeRating[] = [];
      for (let part = await store.ratings.made(org(), {}, { most: 4 }); part.length > 0; ) {
        all.push(...part);
        part = await store.ratings.made(org(), {}, { after: part.at(-1)?.id ?? "", most: 4 });
      }
      const placeOf = ({ createdAt, id }: MadeRating) => `${createdAt.toISOString()} ${id}`;
      expect(all.map(placeOf)).toEqual([...all].map(placeOf).sort());
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      const listed = async (filter: MadeRatingFilter) =>
        (await store.ratings.made(org(), filter, { most: 99 })).map(({ id }) => id);
      const madeBy = (is: (one: MadeRating) => boolean) => all.filter(is).map(({ id }) => id);
      const supplier = world.recipients[0]?.supplier.id ?? "";
      expect(await listed({ supplier })).toEqual(madeBy((one) => one.supplier === supplier));
      const ruleSet = "standard-2026.2";
      const byOthers = madeBy(({ rating }) => rating.ruleSet.id === ruleSet);
      expect(byOthers.length).toBeGreaterThan(0);
      expect(await listed({ ruleSet })).toEqual(byOthers);
      expect(await listed({ edition: by.edition })).toEqual(madeBy(({ rating }) => rating.edition.id === by.edition));
      const last = all.at(-1);
      if (!last) throw new Error("there are ratings");
      expect(await listed({ since: last.createdAt })).toContain(last.id);
      expect(await listed({ since: new Date(last.createdAt.getTime() + 1) })).toEqual([]);
      expect(all.filter(({ isNewest }) => isNewest).map((one) => one.supplier)).toHaveLength(
        new Set(all.filter(({ isVoid }) => !isVoid).map((one) => one.supplier)).size,
      );
      expect(await store.ratings.made(org(), {}, { after: "of-nobody", most: 9 })).toEqual([]);
    });

    test("figures of ratings come a page at a time, each supplier's together, and none twice", async () => {
      const all: CountedRating[] = [];
      for (let page = await store.ratings.figures(org(), { most: 4 }); page.length > 0; ) {
        all.push(...page);
        page = await store.ratings.figures(org(), { after: page.at(-1), most: 4 });
      }
      const first = world.recipients[0]?.supplier.id;
      expect(all).toHaveLength(6);
      expect(new Set(all.map(({ supplier, position }) => `${supplier} ${position}`)).size).toBe(6);
      expect(
        all.filter(({ supplier }) => supplier === first).map(({ score, lines }) => [score, lines !== undefined]),
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
