import { describe, expect, test } from "vitest";
import {
  currentEdition,
  findEdition,
  goods,
  hosts,
  materials,
  referenceLists,
  sourcedLists,
} from "#scoring/editions/index";
import { loadSourcedLists } from "#scoring/editions/sourced/sourced-lists";

const kinds = (doubts: readonly { kind: string }[] | undefined) => doubts?.map(({ kind }) => kind);
const texts = (doubts: readonly { text: string }[] | undefined) => doubts?.map(({ text }) => text).join(" ");

describe("the first lists", () => {
  test("go on for every edition, unchanged beside the new ones", () => {
    expect(currentEdition().lists).toBe(referenceLists);
    expect(findEdition("tip-2020")?.lists.goods.id).toBe("goods-2026.1");
    expect([goods.lines.length, materials.materials.length, hosts.hosts.length]).toEqual([478, 32, 32]);
    expect(referenceLists.findMaterial("manganese")).toBeUndefined();
    expect(referenceLists.goodListed("lithium", "ZW")).toBeUndefined();
    expect(referenceLists.findMaterial("lithium")?.goods).toEqual([]);
  });

  test("answer the same as the new ones for every good and country that did not change", () => {
    const changed = new Set(["copper", "electrolytic-copper-products", "lithium", "manganese"]);
    const countries = ["CN", "CD", "TH", "VN", "PT", "ZW", "ZM", "IN"];
    for (const { id } of goods.goods.filter((good) => !changed.has(good.id))) {
      for (const iso2 of countries) {
        expect(sourcedLists.goodListed(id, iso2), `${id} ${iso2}`).toBe(referenceLists.goodListed(id, iso2));
      }
    }
  });
});

test("the newest lists have every good and material of the first, by the same name", () => {
  for (const { id, name } of goods.goods) {
    expect(sourcedLists.goods.goods.find((good) => good.id === id)?.name).toBe(name);
  }
  for (const { id, name } of materials.materials) expect(sourcedLists.findMaterial(id)?.name).toBe(name);
});

describe("listed goods with their doubts", () => {
  test.each([
    ["garments", "CN", "here", []],
    ["lithium", "ZW", "here", ["secondary"]],
    ["lithium", "AU", "elsewhere", ["secondary", "partial"]],
    ["manganese", "ZM", "here", ["secondary"]],
    ["electrolytic-copper-products", "CN", "here", ["secondary"]],
    ["nickel", "ID", "here", ["secondary"]],
    ["shrimp", "TH", "here", ["contested"]],
    ["crude-palm-oil", "ID", "here", []],
    ["aluminum", "CN", "here", ["secondary"]],
    ["solar-modules", "CN", "here", []],
    ["cobalt-ore", "CD", "here", []],
    ["garments", "PT", "elsewhere", ["partial"]],
    ["blueberries", "AR", "nowhere", ["partial"]],
  ])("%s of %s: %s", (good, iso2, listed, doubts) => {
    const found = sourcedLists.goodsListing(good, iso2);
    expect(found?.listed).toBe(listed);
    expect(kinds(found?.doubts)).toEqual(doubts);
    expect(found?.doubts.every(({ source }) => source === "goods-2026.2")).toBe(true);
  });

  test("what is no listed good has no listing", () => {
    expect(sourcedLists.goodsListing("printed-labels", "CN")).toBeUndefined();
    expect(sourcedLists.materialListing("unobtainium", "CN")).toBeUndefined();
  });

  test.each([
    ["lithium", "ZW", "here"],
    ["lithium", "CL", "elsewhere"],
    ["manganese", "ZM", "here"],
    ["electrolytic-copper", "CN", "here"],
    ["copper", "CN", "here"],
    ["copper", "CL", "elsewhere"],
    ["caustic-soda", "CN", "here"],
    ["palm-oil", "ID", "here"],
  ])("the material %s of %s is listed %s", (material, iso2, listed) => {
    expect(sourcedLists.materialListing(material, iso2)?.listed).toBe(listed);
  });

  test("the sum of what was found agrees with what is said to be missing", () => {
    const lines = sourcedLists.goods.lines;
    expect(lines.filter(({ forced }) => forced)).toHaveLength(132);
    expect(lines.filter(({ edition }) => edition === 2024)).toHaveLength(72 - 58);
    expect(sourcedLists.goods.missing[0]).toContain("138 lines");
    expect(sourcedLists.goods.missing[0]).toContain("about 58 of the 72");
  });
});

describe("not on the list is checked against the chapter", () => {
  test.each([
    ["61", "CN", ["garments", "gloves"]],
    ["61", "JO", []],
    ["62", "VN", ["garments"]],
    ["61", "PT", []],
    ["25", "ZW", ["lithium"]],
    ["26", "ZM", ["manganese"]],
    ["74", "CN", ["electrolytic-copper-products"]],
    ["63", "VN", ["cotton-textile-products"]],
    ["08", "AR", ["grapes"]],
    ["99", "CN", []],
    ["61", "", []],
  ])("chapter %s of %s holds %j", (chapter, iso2, goodIds) => {
    const found = sourcedLists.listedInChapter(chapter, iso2);
    for (const good of goodIds) expect(found).toContain(good);
    if (goodIds.length === 0) expect(found).toEqual([]);
    if (chapter === "08") expect(found).not.toContain("blueberries");
  });

  test("every listed good has a chapter but one that is no goods", () => {
    const placed = new Set(sourcedLists.goods.chapters.map(({ good }) => good));
    const without = sourcedLists.goods.goods.filter(({ id }) => !placed.has(id)).map(({ id }) => id);
    expect(without).toEqual(["pornography"]);
  });
});

describe("materials that a chapter usually holds", () => {
  test.each([
    ["74", ["copper", "electrolytic-copper"]],
    ["85", ["copper", "gold", "tantalum", "tin"]],
    ["18", ["cocoa"]],
    ["61", ["cotton"]],
    ["39", []],
    ["49", []],
  ])("chapter %s: %j", (chapter, expected) => {
    expect(sourcedLists.materialChapters(chapter).map(({ material }) => material)).toEqual(expected);
  });

  test("is our judgement, except where the title of the chapter says it", () => {
    expect(sourcedLists.materialChapters("18").flatMap(({ doubts }) => doubts)).toEqual([]);
    expect(kinds(sourcedLists.materialChapters("85")[0]?.doubts)).toEqual(["judgement"]);
  });
});

describe("sectors of services", () => {
  test("have the points of the design: six of high risk", () => {
    const points = Object.fromEntries(sourcedLists.serviceSectors.sectors.map((row) => [row.id, row.points]));
    expect(points).toEqual({
      construction: 50,
      "health-care": 50,
      "hotels-catering": 50,
      "cleaning-facilities": 50,
      "transport-warehousing": 50,
      staffing: 50,
      "software-it": 20,
      "design-animation": 20,
      repair: 20,
      other: 20,
    });
  });

  test.each([
    ["construction", ["construction"], 60],
    ["health-care", ["medical"], 60],
    ["hotels-catering", ["restaurants"], 60],
    ["software-it", ["IT services"], 60],
    ["design-animation", ["IT services"], 60],
    ["cleaning-facilities", [], null],
    ["staffing", [], null],
    ["other", [], null],
  ])("%s is the reported industries %j", (sector, industries, points) => {
    const found = sourcedLists.serviceSector(sector);
    expect([found?.hostIndustries, found?.pointsWhereReported]).toEqual([industries, points]);
  });

  test("an unknown one is none, and doubts stand with the row", () => {
    expect(sourcedLists.serviceSector("farming")).toBeUndefined();
    expect(kinds(sourcedLists.serviceSector("staffing")?.doubts)).toEqual(["judgement"]);
    expect(kinds(sourcedLists.serviceSector("construction")?.doubts)).toEqual([]);
  });
});

describe("hosts of November 2026", () => {
  test("have one country more, later years and IT work", () => {
    expect(sourcedLists.hosts.hosts).toHaveLength(33);
    expect(sourcedLists.hostReport("GN")).toMatchObject({ industries: ["IT services"], evidence: "weak" });
    expect(sourcedLists.hostReport("LA")).toMatchObject({
      lastReported: 2023,
      industries: ["restaurants", "IT services"],
    });
    expect(sourcedLists.hostReport("RU")?.industries).toContain("IT services");
    expect(sourcedLists.hostReport("CN")?.lastReported).toBe(2026);
    expect([referenceLists.isHost("GN"), sourcedLists.isHost("GN")]).toEqual([false, true]);
  });

  test("keep the sources of before, and a sentence in brackets stays one source", () => {
    const sources = sourcedLists.hostReport("CN")?.sources ?? [];
    expect(sources).toContain("AP 2017");
    expect(sources.at(-1)).toMatch(/^MSMT report .*1,500; quoted .*2026\)$/);
  });

  test.each([
    ["TG", ["secondary"]],
    ["GN", ["secondary"]],
    ["CD", ["contested"]],
    ["QA", []],
  ])("%s has the doubts %j", (iso2, expected) => {
    expect(kinds(sourcedLists.hostReport(iso2)?.doubts)).toEqual(expected);
  });
});

describe("where foreign workers are usual", () => {
  test.each([
    ["QA", ["judgement"]],
    ["RS", ["judgement", "contested"]],
    ["TW", ["secondary"]],
    ["MU", ["secondary"]],
  ])("%s, with what is uncertain", (iso2, expected) => {
    expect(kinds(sourcedLists.usualMigrantLabour(iso2)?.doubts)).toEqual(expected);
  });

  test("says why: a share of people born elsewhere, or what a report says with its source", () => {
    expect(sourcedLists.usualMigrantLabour("AE")?.share).toBeGreaterThan(70);
    expect(sourcedLists.usualMigrantLabour("TW")).toMatchObject({
      share: null,
      year: 2022,
      source: expect.any(String),
    });
    expect(texts(sourcedLists.usualMigrantLabour("UA")?.doubts)).toContain("Ukraine");
  });

  test.each(["CN", "VN", "BD", "ZZ", ""])("not known to be in %j", (iso2) => {
    expect(sourcedLists.usualMigrantLabour(iso2)).toBeUndefined();
  });
});

describe("what the lists are", () => {
  test("every row rests on something that the list names, and every reference says how it is known", () => {
    const { goods: listed, materials: named, serviceSectors, enforcement, clocks } = sourcedLists;
    type Body = { id: string; references: { id: string }[]; rows: { sources: string[] }[] };
    const bodies: Body[] = [
      { ...listed, rows: [...listed.lines, ...listed.downstream] },
      { ...named, rows: named.materials },
      { ...serviceSectors, rows: serviceSectors.sectors },
      { ...enforcement, rows: [enforcement.orders, enforcement.prioritySectors, enforcement.entities].flat() },
      { ...enforcement, rows: enforcement.entityLists },
      { ...clocks, rows: clocks.clocks },
    ];
    for (const { id, references, rows } of bodies) {
      const known = new Set(references.map((reference) => reference.id));
      expect(
        rows.flatMap(({ sources }) => sources).filter((source) => !known.has(source)),
        id,
      ).toEqual([]);
    }
  });

  test("one that does not fit is refused with its place", () => {
    const { hosts: host, materials: named, serviceSectors, enforcement, clocks } = sourcedLists;
    const files = { goods: sourcedLists.goods, hosts: host, materials: named, serviceSectors, enforcement, clocks };
    expect(loadSourcedLists(files, referenceLists).goods.id).toBe("goods-2026.2");
    const wrong = { ...clocks, clocks: clocks.clocks.map((clock) => ({ ...clock, unit: "weeks" })) };
    expect(() => loadSourcedLists({ ...files, clocks: wrong }, referenceLists)).toThrow(/unit/);
    const silent = { ...enforcement, missing: [] };
    expect(() => loadSourcedLists({ ...files, enforcement: silent }, referenceLists)).toThrow(/missing/);
    expect(() => loadSourcedLists({ ...files, goods }, referenceLists)).toThrow(/references/);
  });
});
