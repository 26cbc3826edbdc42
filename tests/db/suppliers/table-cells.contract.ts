import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { viewSources } from "#app/services/team/suppliers/filters/known-view";
import { filterOf, readSupplierView } from "#app/services/team/suppliers/filters/supplier-filter";
import { pageOfRows, supplierLine } from "#app/services/team/suppliers/supplier-lines";
import type { SupplierLine } from "#app/views/team/suppliers/supplier-line";
import type { Store } from "#db/store";
import { foldName } from "#terms/names";
import { confidenceRanges, type PointRange } from "#terms/suppliers/confidence-ranges";
import {
  offeredValues,
  type SupplierFilterName,
  supplierFilterNames,
  supplierFilters,
} from "#terms/suppliers/supplier-filters";
import { asPerson, testContext } from "#tests/support/context";
import { anEvent, aUser, now } from "#tests/support/factories";
import { createOrganisation } from "#tests/support/world";
import { addRandomSuppliers, randomFrom, searched } from "./random-suppliers";

/** Who is asked in each campaign. */
type Asked = ReadonlyMap<string, ReadonlySet<string>>;
type Line = SupplierLine & { readonly country: string; readonly people: string; readonly isArchived: boolean };

/** What a row says for a filter, read off its cells as a person would; for a campaign, off the list of who is asked. */
const cells: { readonly [F in SupplierFilterName]: (line: Line, value: string, asked: Asked) => boolean } = {
  search: ({ name, ref, externalId = "", place, people }, typed) => {
    // The cell of the place goes on with the country, which has a filter of its own.
    const [inPlace = ""] = /(?<=\u2068).*(?=\u2069)/.exec(place) ?? [];
    const wanted = foldName(typed);
    return people.includes(wanted) || [name, ref, externalId, inPlace].some((text) => foldName(text).includes(wanted));
  },
  bands: ({ rating }, band) => (rating?.band ?? "none") === band,
  expected: ({ expected }, band) => expected?.band === band,
  dprk: ({ rating }, state) => rating?.dprk === state,
  tier: ({ tiers }, wanted) => tiers.some(({ tier }) => tier === wanted),
  confidence: ({ rating }, range) => {
    if (!rating) return false;
    const { from = 0, below = 101 }: PointRange = confidenceRanges[range as keyof typeof confidenceRanges];
    // The gauge shows whole points, cut off.
    const said = Math.floor(rating.confidence);
    return said >= from && said < below;
  },
  country: ({ country, tiers }, code) => country === code || tiers.some((site) => site.country === code),
  // Those of this test are called by their ids.
  owner: ({ owner }, id) => owner === id,
  tag: ({ tags }, id) => tags.includes(id),
  campaign: ({ id }, campaign, asked) => asked.get(campaign)?.has(id) ?? false,
  archived: ({ isArchived }) => isArchived,
};

const owners = ["owner-1", "owner-2"];
const tags = ["1", "2", "3"];

/** Somebody looks after some of them, some have one or two tags, and some are archived. */
async function addMarks(store: Store, org: string, random: ReturnType<typeof randomFrom>): Promise<void> {
  const view = { sort: "ref", direction: "up", page: 1, pageSize: 1 } as const;
  const all = await store.suppliers.ids(org, view, 100_000);
  const change = { org, most: 9, audit: [anEvent()], auditOf: () => anEvent() };
  for (const id of owners) {
    const user = aUser({ org, id, name: id, email: `${id}@${org}.example` });
    await store.users.add({ user, passwordHash: "$argon2id$", audit: anEvent() });
    const ids = all.filter(() => random.chance(0.3));
    await store.marks.mark({ ...change, ids, mark: { what: "owner", owner: id } });
  }
  for (const tag of tags) {
    await store.marks.addTag({ org, name: tag, most: 9, audit: anEvent() });
    const ids = all.filter(() => random.chance(0.3));
    await store.marks.mark({ ...change, ids, mark: { what: "tag", tag, isSet: true } });
  }
  const ids = all.filter(() => random.chance(0.1));
  await store.marks.mark({ ...change, ids, mark: { what: "archive", at: now, by: "owner-1" } });
}

/** Folded names and addresses of those who are to be written to, by supplier. */
async function peopleOf(store: Store, org: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await store.suppliers.match(org, { externalIds: [], emails: [], names: [], ids });
  const said = found.map(({ supplier, contacts }) => {
    const texts = contacts.flatMap(({ name, email }) => [foldName(name ?? ""), foldName(email)]);
    return [supplier.id, texts.join("\n")] as const;
  });
  return new Map(said);
}

/** That what a cell of the table says and what its filter asks are one thing, on so many random suppliers. */
export function tableCellsContract(open: () => Promise<Store>, howMany: number): void {
  let store: Store;
  let org: string;
  let lines: readonly Line[];
  let asked: Asked;
  beforeAll(async () => {
    store = await open();
    const others = await createOrganisation(store);
    await addRandomSuppliers(store, others.organisation.id, 20, randomFrom(7));
    const { organisation, admin } = await createOrganisation(store);
    org = organisation.id;
    asked = await addRandomSuppliers(store, org, howMany, randomFrom(20_261_129));
    await addMarks(store, org, randomFrom(11));
    const ctx = asPerson({ ...(await testContext()), store }, { user: admin, organisation });
    const read: Line[] = [];
    for (const side of [[], [["archived", "only"]]] as const)
      for await (const rows of store.suppliers.export(org, viewOf(side))) {
        const page = await pageOfRows(ctx, rows, { columns: [], ...(await viewSources(ctx)) });
        const ids = rows.map(({ supplier }) => supplier.id);
        const people = await peopleOf(store, org, ids);
        for (const row of rows) {
          const { id, country, archivedAt } = row.supplier;
          const known = { country, people: people.get(id) ?? "", isArchived: archivedAt !== undefined };
          read.push({ ...supplierLine(ctx, row, page, ""), ...known });
        }
      }
    lines = read;
  }, 900_000);
  afterAll(() => store.close());

  /** What the store is asked for under an address. */
  function viewOf(set: readonly (readonly [SupplierFilterName, string])[]) {
    const params = set.map(([name, value]) => [supplierFilters[name].parameter, value]);
    return { ...filterOf(readSupplierView(new URLSearchParams([...params, ["sort", "ref"]]))), pageSize: 5 };
  }

  function valuesOf(name: SupplierFilterName): readonly string[] {
    if (name === "search") return searched;
    if (name === "campaign") return [...asked.keys()];
    if (name === "owner") return owners;
    if (name === "tag") return tags;
    if (name !== "country") return offeredValues(name);
    const named = new Set(lines.flatMap(({ country, tiers }) => [country, ...tiers.map((site) => site.country)]));
    // Enough of them: some with many suppliers, some with one or two.
    return [...named].slice(0, 40);
  }

  /** The rows and the counts of a view against a reading of all rows. @returns how many there are */
  async function expectSame(set: readonly (readonly [SupplierFilterName, string])[]): Promise<number> {
    const found: string[] = [];
    for await (const rows of store.suppliers.export(org, viewOf(set)))
      for (const { supplier } of rows) found.push(supplier.id);
    const isArchived = set.some(([name]) => name === "archived");
    const side = lines.filter((line) => line.isArchived === isArchived);
    const says = (among: typeof set) => side.filter((line) => among.every(([name, v]) => cells[name](line, v, asked)));
    expect({ set, found }).toEqual({ set, found: says(set).map(({ id }) => id) });
    const { total, all, others, byBand } = await store.suppliers.table(org, viewOf(set));
    const counted = { low: 0, medium: 0, high: 0, critical: 0, none: 0 };
    for (const { rating } of says(set.filter(([name]) => name !== "bands"))) counted[rating?.band ?? "none"] += 1;
    const expected = { all: side.length, others: howMany - side.length, byBand: counted };
    expect({ set, total, all, others, byBand }).toEqual({ set, total: found.length, ...expected });
    return found.length;
  }

  describe(`of ${howMany} random suppliers`, () => {
    test("some have a rating and some what is expected, and none has both or neither", () => {
      expect(lines).toHaveLength(howMany);
      const rated = lines.filter(({ rating }) => rating);
      expect(rated.length).toBeGreaterThan(howMany / 4);
      expect(rated.length).toBeLessThan((howMany * 3) / 4);
      expect(lines.filter(({ rating, expected }) => Boolean(rating) === Boolean(expected))).toEqual([]);
      expect(lines.filter(({ rating, tiers }) => !rating && tiers.length !== 1)).toEqual([]);
    });

    test.each(supplierFilterNames.filter((name) => name !== "archived"))(
      "%s leaves exactly those whose cells say so",
      async (name) => {
        const values = valuesOf(name);
        const sizes = [];
        for (const value of values) sizes.push(await expectSame([[name, value]]));
        expect(values.length).toBeGreaterThan(1);
        // A value that nobody or everybody has shows little.
        expect(sizes.filter((size) => size > 0 && size < howMany).length).toBeGreaterThan(1);
      },
    );

    test("the archived ones stand apart from all others", async () => {
      const archived = await expectSame([["archived", "only"]]);
      expect(archived).toBeGreaterThan(howMany / 20);
      expect(await expectSame([])).toBe(howMany - archived);
    });

    test("any two or three filters together leave exactly those whose cells say so", async () => {
      const random = randomFrom(3);
      for (let turn = 0; turn < 40; turn += 1) {
        const chosen = supplierFilterNames.filter(() => random.chance(0.35)).slice(0, 3);
        await expectSame(chosen.map((name) => [name, random.pick(valuesOf(name))] as const));
      }
    });
  });
}
