import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { filterOf, readSupplierView } from "#app/services/team/suppliers/filters/supplier-filter";
import type { Store } from "#db/store";
import type { PartialRow, SupplierFilter, SupplierRow } from "#db/supplier-table";
import type { ExpectedRisk } from "#scoring/inherent/expected-risk";
import type { Rating } from "#scoring/rating";
import { confidenceRanges, type PointRange } from "#terms/suppliers/confidence-ranges";
import {
  offeredValues,
  type SupplierFilterName,
  supplierFilterNames,
  supplierFilters,
} from "#terms/suppliers/supplier-filters";
import { aCampaign, anEvent, anExpectation, anImported, aUser } from "#tests/support/factories";
import { aNewRating, aRating } from "#tests/support/ratings";
import { addSuppliers, launch } from "#tests/support/world";

type Rated = {
  name: string;
  country: string;
  rating?: Partial<Rating>;
  expected?: Partial<ExpectedRisk>;
  tiers?: readonly string[];
};

const suppliers: readonly Rated[] = [
  { name: "Łódź Włókna S.A.", country: "PL", rating: { score: 12, band: "low", confidence: 90 }, tiers: ["1"] },
  {
    name: "100% Cotton_Works",
    country: "IN",
    rating: { score: 20, band: "critical", confidence: 40, dprkLabour: "present" },
    tiers: ["2WL", "3"],
  },
  { name: "深圳纺织有限公司", country: "CN", rating: { score: 80, band: "high", confidence: 60 }, tiers: ["3"] },
  { name: "บริษัท สิ่งทอ จำกัด", country: "TH", rating: { score: 55, band: "high", confidence: 20 }, tiers: ["2WL"] },
  { name: "İzmir ÖRME \\ Tekstil", country: "TR" },
  { name: "Đồng Nai Footwear", country: "VN", expected: { score: 80.5, band: "critical" } },
];

/** What the row of a supplier shows, as values of each filter. `asked`: the campaigns in which it is asked. */
const shown: { readonly [F in SupplierFilterName]: (row: SupplierRow, asked: readonly string[]) => readonly string[] } =
  {
    search: ({ supplier }) => [supplier.name, supplier.ref],
    bands: ({ band }) => [band ?? "none"],
    expected: ({ expected }) => [expected?.band ?? []].flat(),
    dprk: ({ dprk }) => [dprk ?? []].flat(),
    tier: ({ tiers }) => tiers.map(({ tier }) => tier),
    confidence: ({ confidence }) =>
      offeredValues("confidence").filter((range) => {
        const { from = 0, below = 101 }: PointRange = confidenceRanges[range];
        return confidence !== undefined && confidence >= from && confidence < below;
      }),
    country: ({ supplier, tiers }) => [supplier.country, ...tiers.map(({ country }) => country)],
    owner: ({ owner }) => [owner ?? []].flat(),
    tag: ({ tags }) => tags,
    campaign: (_, asked) => asked,
    archived: ({ supplier }) => (supplier.archivedAt === undefined ? [] : ["only"]),
  };

/** What the store is asked for where one value of a filter is set. */
function settingOf(name: SupplierFilterName, value: string): Partial<SupplierFilter> {
  return filterOf(readSupplierView(new URLSearchParams([[supplierFilters[name].parameter, value]])));
}

/** What the suppliers table must do, whatever the database. */
export function supplierTableContract(open: () => Promise<Store>): void {
  let store: Store;
  let org: string;
  let campaign: string;
  beforeAll(async () => {
    store = await open();
    await launch(store, { suppliers: 3 });
    const world = await launch(store, { suppliers: suppliers.length });
    org = world.organisation.id;
    campaign = world.campaign.id;
    for (const name of ["Seafood", "Timber"]) await store.marks.addTag({ org, name, most: 2, audit: anEvent() });
    const change = { org, most: 2, audit: [anEvent()], auditOf: () => anEvent() };
    const idsFrom = (from: number) => world.recipients.slice(from, from + 3).map(({ supplier }) => supplier.id);
    await store.marks.mark({ ...change, ids: idsFrom(0), mark: { what: "owner", owner: world.admin.id } });
    const second = aUser({ org, id: `second-${org}` });
    await store.users.add({ user: second, passwordHash: "$argon2id$", audit: anEvent() });
    await store.marks.mark({ ...change, ids: idsFrom(3), mark: { what: "owner", owner: second.id } });
    await store.marks.mark({ ...change, ids: idsFrom(1), mark: { what: "tag", tag: "1", isSet: true } });
    await store.marks.mark({ ...change, ids: idsFrom(2), mark: { what: "tag", tag: "2", isSet: true } });
    for (const [i, { name, country, rating, expected, tiers }] of suppliers.entries()) {
      const recipient = world.recipients[i];
      if (recipient === undefined) throw new Error("one recipient each");
      const supplier = { ...recipient.supplier, name, country, place: `Street ${i}` };
      await store.suppliers.add({ org, added: [], changed: [anImported(supplier)], audit: [anEvent()] });
      if (expected) {
        const { risk, basis } = anExpectation(supplier);
        const expectation = { basis, risk: { ...risk, ...expected } };
        await store.suppliers.expectAnew({ org, suppliers: [{ supplier, expectation }], audit: [anEvent()] });
      }
      if (rating === undefined) continue;
      const added = aNewRating({
        attestation: recipient.attestation.id,
        supplier: supplier.id,
        rating: aRating(rating),
        tiers: tiers?.map((tier) => ({ country, tier })),
      });
      await store.ratings.add({ ...added, org, audit: anEvent() });
    }
  });
  afterAll(() => store.close());

  const table = (filter: Partial<SupplierFilter>) =>
    store.suppliers.table(org, { sort: "rating", direction: "down", page: 1, pageSize: 10, ...filter });
  const countriesOf = async (filter: Partial<SupplierFilter>) =>
    (await table(filter)).rows.map(({ supplier }) => supplier.country).join(" ");

  describe("the suppliers table", () => {
    test.each([
      [
        "worst band first, then score, and those without a rating last",
        { sort: "rating", direction: "down" },
        "IN CN TH PL VN TR",
      ],
      ["best first, and those without a rating still last", { sort: "rating", direction: "up" }, "PL TH CN IN TR VN"],
      ["by name without regard to case and accents", { sort: "name", direction: "up" }, "IN VN TR PL TH CN"],
      [
        "by band, and within one by number whatever the score",
        { sort: "band", direction: "down" },
        "IN TH CN PL VN TR",
      ],
      ["by band, best first", { sort: "band", direction: "up" }, "PL CN TH IN TR VN"],
      ["by what is expected, and rated ones last", { sort: "expected", direction: "down" }, "VN TR TH CN IN PL"],
      ["by what is expected, from the least", { sort: "expected", direction: "up" }, "TR VN PL IN CN TH"],
      ["by confidence", { sort: "confidence", direction: "up" }, "TH IN CN PL TR VN"],
      ["by country", { sort: "country", direction: "up" }, "CN IN PL TH TR VN"],
      ["by North Korean labour", { sort: "dprk", direction: "down", bands: ["critical", "low"] }, "IN PL"],
      ["by number", { sort: "ref", direction: "up" }, "PL IN CN TH TR VN"],
    ] as const)("sorts %s", async (_, filter, expected) => {
      expect(await countriesOf(filter)).toBe(expected);
    });

    test.each([
      ["lodz", "PL"],
      ["WŁÓKNA", "PL"],
      ["dong nai", "VN"],
      ["izmir orme", "TR"],
      ["纺织", "CN"],
      ["สิ่งทอ", "TH"],
      ["%", "IN"],
      ["n_w", "IN"],
      ["\\", "TR"],
      ["street 3", "TH"],
      ["' or 1=1 --", ""],
      ["   ", "IN CN TH PL VN TR"],
    ])("finds %j as it is written, with no wildcards", async (search, expected) => {
      expect(await countriesOf({ search })).toBe(expected);
    });

    test("is counted for pictures by country, points and campaign", async () => {
      const { countries, points, campaigns } = await store.suppliers.spread(org);
      const none = { low: 0, medium: 0, high: 0, critical: 0, none: 0 };
      expect(countries.toSorted((one, other) => (one.country < other.country ? -1 : 1))).toEqual([
        { country: "CN", byBand: { ...none, high: 1 } },
        { country: "IN", byBand: { ...none, critical: 1 } },
        { country: "PL", byBand: { ...none, low: 1 } },
        { country: "TH", byBand: { ...none, high: 1 } },
        { country: "TR", byBand: { ...none, none: 1 } },
        { country: "VN", byBand: { ...none, none: 1 } },
      ]);
      expect(points).toEqual([10, 20, 55, 80].map((from) => ({ from, suppliers: 1, unproven: 0 })));
      expect(campaigns).toEqual([{ campaign, byBand: { low: 1, medium: 0, high: 2, critical: 1, none: 2 } }]);
    });

    test("counts what each value of a filter would leave, under the other filters that are set", async () => {
      const set = [
        {},
        { bands: ["high", "none"] },
        { tier: ["3"], campaign },
        { confidenceBelow: 70, search: "o" },
      ] as const;
      for (const filter of set) {
        const asked: SupplierFilter = { sort: "rating", direction: "down", page: 1, pageSize: 1, ...filter };
        const counts = await store.suppliers.filterCounts(org, asked, supplierFilterNames);
        expect(Object.keys(counts)).toEqual(["bands", "expected", "dprk", "tier", "confidence", "archived"]);
        for (const name of ["bands", "expected", "dprk", "tier", "confidence"] as const) {
          for (const value of offeredValues(name)) {
            const own = Object.entries(settingOf(name, value)).filter(([key]) => key.startsWith(name));
            const setting: Partial<SupplierFilter> = Object.fromEntries(own);
            const { total } = await table({ ...filter, ...setting });
            expect(`${name} ${value} ${counts[name]?.[value]}`).toBe(`${name} ${value} ${total}`);
          }
        }
      }
    });

    test("counts the bands under the filter without its bands, and the rows with them", async () => {
      const found = await table({ bands: ["high"], confidenceFrom: 30 });
      expect(found.total).toBe(1);
      expect(found.all).toBe(6);
      expect(found.byBand).toEqual({ low: 1, medium: 0, high: 1, critical: 1, none: 0 });
      expect(await countriesOf({ bands: ["none", "low"] })).toBe("PL VN TR");
    });

    test.each([
      [{ tier: ["2WL"] }, "IN TH"],
      [{ tier: ["3", "1"] }, "IN CN PL"],
      [{ country: ["CN", "VN"] }, "CN VN"],
      [{ dprk: ["present"] }, "IN"],
      [{ expected: ["critical"] }, "VN"],
      [{ expected: ["high", "medium"] }, "TR"],
      [{ tier: ["2"] }, "VN TR"],
      [{ confidenceBelow: 60 }, "IN TH"],
      [{ campaign: "no such campaign" }, ""],
      [{ tier: ["%"] }, ""],
    ] as const)("filters by %j", async (filter, expected) => {
      expect(await countriesOf(filter)).toBe(expected);
    });

    test("pages without losing or repeating a row, and past the end shows none", async () => {
      const pages = await Promise.all([1, 2, 3, 4].map((page) => countriesOf({ page, pageSize: 2, campaign })));
      expect(pages).toEqual(["IN CN", "TH PL", "VN TR", ""]);
      expect(await countriesOf({ page: 2, pageSize: 1, search: "street" })).toBe("CN");
    });

    test("counts what it shows, by whichever way it counts", async () => {
      const some = aCampaign({ org });
      const asked = (await table({ sort: "ref", direction: "up" })).rows.map(({ supplier }) => supplier.id).slice(1, 5);
      await store.campaigns.create({ campaign: some, suppliers: asked, audit: anEvent() });
      const filters: readonly Partial<SupplierFilter>[] = [
        {},
        { campaign },
        { campaign: some.id },
        { campaign: some.id, tier: ["3"] },
        { campaign: some.id, country: ["CN", "TR", "PL"] },
        { campaign: some.id, search: "street" },
        { campaign: some.id, confidenceFrom: 50 },
        { dprk: ["no-checked", "unknown"] },
        { country: ["IN", "TH", "VN"], dprk: ["present"], search: "street" },
        { confidenceFrom: 30, confidenceBelow: 61 },
        { search: "street" },
        { tier: ["2WL", "3"] },
      ];
      for (const filter of filters) {
        const { rows, byBand, total, all } = await table(filter);
        const shown = { low: 0, medium: 0, high: 0, critical: 0, none: 0 };
        for (const { band } of rows) shown[band ?? "none"] += 1;
        expect({ filter, byBand, total, all }).toEqual({ filter, byBand: shown, total: rows.length, all: 6 });
      }
      const { rows } = await table({ campaign: some.id, sort: "ref", direction: "up" });
      expect(rows.map(({ supplier }) => supplier.id)).toEqual(asked);
    });

    test.each(supplierFilterNames.filter((name) => name !== "archived"))(
      "by %s leaves exactly the suppliers whose row shows the value",
      async (name) => {
        const some = aCampaign({ org });
        const rows = (await table({ sort: "ref", direction: "up" })).rows;
        const members = rows.map(({ supplier }) => supplier.id).slice(1, 4);
        await store.campaigns.create({ campaign: some, suppliers: members, audit: anEvent() });
        const valuesOf = (row: SupplierRow) =>
          shown[name](row, members.includes(row.supplier.id) ? [campaign, some.id] : [campaign]);
        const values = new Set(rows.flatMap(valuesOf));
        expect(values.size).toBeGreaterThan(1);
        for (const value of values) {
          const found = await table({ ...settingOf(name, value), sort: "ref", direction: "up" });
          const expected = rows.filter((row) => valuesOf(row).includes(value));
          expect({ value, found: found.rows }).toEqual({ value, found: expected });
          expect(found.total).toBe(expected.length);
        }
      },
    );

    test("exports of each row what is asked for, as the table has it", async () => {
      const filter = { sort: "ref", direction: "up", page: 1, pageSize: 100 } as const;
      const whole = (await store.suppliers.table(org, filter)).rows;
      const parts = ["score", "driver", "tiers", "signedAt"] as const;
      const read: PartialRow<(typeof parts)[number]>[] = [];
      for await (const rows of store.suppliers.export(org, filter, parts)) read.push(...rows);
      const shown = (row: PartialRow<(typeof parts)[number]>) => [row.supplier.name, ...parts.map((part) => row[part])];
      expect(read.map(shown)).toEqual(whole.map(shown));
      // Nothing else was read, though it is there.
      const bands = (rows: readonly object[]) => rows.map((row) => ("band" in row ? row.band : undefined));
      expect(new Set(bands(read))).toEqual(new Set([undefined]));
      expect(new Set(bands(whole)).size).toBeGreaterThan(1);
    });

    test("exports exactly the view, in its order", async () => {
      const filter = { sort: "rating", direction: "up", page: 1, pageSize: 1, bands: ["high", "low"] } as const;
      const rows = [];
      for await (const batch of store.suppliers.export(org, filter)) rows.push(...batch);
      expect(rows.map(({ supplier }) => supplier.country)).toEqual(["PL", "TH", "CN"]);
    });
  });

  test("an import recognises a supplier by number, by mail in any case, and by folded name and country", async () => {
    const [known] = await addSuppliers(store, org, [{ name: "Klang Rubber", country: "MY", externalId: "K-1" }]);
    const none = { externalIds: [], emails: [], names: [] };
    const found = async (keys: Partial<Parameters<Store["suppliers"]["match"]>[1]>) =>
      (await store.suppliers.match(org, { ...none, ...keys })).map(({ supplier }) => supplier.id);
    expect(await found({ externalIds: ["K-1", "K-2"] })).toEqual([known?.supplier.id]);
    expect(await found({ emails: [known?.contact.email.toUpperCase() ?? ""] })).toEqual([known?.supplier.id]);
    expect(await found({ names: [{ name: "KLANG  rúbber", country: "MY" }] })).toEqual([known?.supplier.id]);
    expect(await found({ names: [{ name: "Klang Rubber", country: "SG" }] })).toEqual([]);
    expect(await found(none)).toEqual([]);
    expect(await store.suppliers.nextNumber(org)).toBe(Number(known?.supplier.ref.slice(4)) + 1);
  });
}
