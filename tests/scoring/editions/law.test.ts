import { describe, expect, test } from "vitest";
import { sourcedLists } from "#scoring/editions/index";
import { entityKey } from "#scoring/editions/sourced/entity-names";

const { enforcement, enforcementFor, clockFor, entityListOn } = sourcedLists;

describe("orders and findings", () => {
  test("are those of CBP's list of 23 June 2026, and those that ended", () => {
    const count = (kind: string, ...states: string[]) =>
      enforcement.orders.filter((order) => order.kind === kind && states.includes(order.state)).length;
    expect(count("withhold-release-order", "in-force", "modified")).toBe(58);
    expect(count("withhold-release-order", "modified")).toBe(4);
    expect(count("finding", "in-force")).toBe(8);
    expect(count("finding", "in-court")).toBe(1);
    expect(count("withhold-release-order", "ended") + count("finding", "ended")).toBe(16);
  });

  test("say what was changed, or that a court decides", () => {
    const changed = enforcement.orders.filter((order) => order.state === "modified" || order.state === "in-court");
    expect(changed.map((order) => order.changed)).not.toContain(undefined);
    expect(enforcementFor({ entity: "Kingtom Aluminio" }).orders).toMatchObject([
      { state: "in-court", kind: "finding" },
    ]);
  });

  test.each([
    ["Giant Manufacturing Co., Ltd.", ["TW in-force"]],
    ["GIANT MANUFACTURING", ["TW in-force"]],
    ["Serbia Zijin Copper d.o.o.", ["RS in-force"]],
    ["Casual Wear Apparel LLC", ["JO in-force"]],
    ["Da Wang", ["VU in-force", "VU in-force"]],
    ["Union Kogyo Co., Ltd.", ["JP in-force"]],
    ["Horticola Tom SA de CV", ["MX in-force"]],
    ["Tangshan Sunfar Silicon Industries", ["CN ended"]],
    ["FGV Holdings Berhad", []],
    ["Zijin", []],
    ["Giant", []],
    ["Co., Ltd.", []],
    ["", []],
  ])("of %j are %j: the whole name or nothing", (entity, expected) => {
    expect(enforcementFor({ entity }).orders.map(({ iso2, state }) => `${iso2} ${state}`)).toEqual(expected);
  });

  test("a finding follows the order of the same name, oldest first", () => {
    const found = enforcementFor({ entity: "Xuzhou Forging and Pressing Machine Works" }).orders;
    expect(found.map(({ kind, from }) => [kind, from])).toEqual([
      ["withhold-release-order", "1991-12-02"],
      ["finding", "1992-08-14"],
    ]);
  });

  test("an end whose day nobody knows is said to be uncertain", () => {
    const without = enforcement.orders.filter(({ state, ended }) => state === "ended" && ended === null);
    expect(without.map(({ doubt }) => doubt?.kind)).toEqual(["derived", "derived", "derived", "derived"]);
  });
});

describe("names of companies", () => {
  test.each([
    ["Hetian Taida Apparel Co., Ltd", "Hetian Taida Apparel Company Limited"],
    ["Fishing Vessel: Da Wang", "Fishing vessel Da Wang"],
    ["Agropecuarios Tom S.A. de C.V.", "Agropecuarios Tom SA de CV"],
    ["Kingtom Aluminio S.R.L.", "KINGTOM  ALUMÍNIO"],
    ["Linglong International Europe D.O.O. Zrenjanin", "Linglong International Europe doo Zrenjanin"],
  ])("%s is %s", (one, other) => {
    expect(entityKey(one)).toBe(entityKey(other));
  });

  test.each([
    ["Giant Manufacturing", "Giant Machinery"],
    ["KTK Group", "KTK Holding"],
    ["TBEA Co., Ltd.", "TBE Co., Ltd."],
  ])("%s is not %s", (one, other) => {
    expect(entityKey(one)).not.toBe(entityKey(other));
  });
});

describe("the UFLPA Entity List", () => {
  test("finds a name, another of its names, and one of those added in August 2026 with its doubt", () => {
    expect(enforcementFor({ entity: "KTK Group" }).entities).toMatchObject([{ from: "2022-06-21", sections: ["ii"] }]);
    expect(enforcementFor({ entity: "Jiangsu Jinchuang Group" }).entities).toHaveLength(1);
    const added = enforcementFor({ entity: "TBEA Co., Ltd." });
    expect(added.entities).toMatchObject([{ from: "2026-08-03" }]);
    expect(added.doubts.map(({ kind }) => kind)).toEqual(["secondary"]);
  });

  test("a name that is not found comes with what the list lacks, and how old it is", () => {
    const nothing = enforcementFor({ entity: "Some Other Company" });
    expect([nothing.orders, nothing.entities]).toEqual([[], []]);
    expect(nothing.missing[0]).toBe("38 of the 43 names added on 3 August 2026 are missing.");
    expect(nothing.asOf).toBe("2026-06-23");
  });

  test.each([
    ["2026-11-29", "2026-08-03", 187, 149],
    ["2026-08-03", "2026-08-03", 187, 149],
    ["2026-08-02", "2025-01-15", 144, 144],
    ["2025-06-01", "2025-01-15", 144, 144],
  ])("on %s is that of %s", (day, from, total, here) => {
    expect(entityListOn(day)).toMatchObject({ from, total, here });
  });

  test("before the first version that is known there is none", () => {
    expect(entityListOn("2024-12-31")).toBeUndefined();
  });

  test("lacks as many names as it says", () => {
    const newest = enforcement.entityLists.at(-1);
    expect((newest?.total ?? 0) - enforcement.entities.length).toBe(38);
    expect(enforcement.entities).toHaveLength(149);
  });
});

describe("priority sectors", () => {
  test("are twelve, and whole chapters only where the sector covers them", () => {
    const chapters = enforcement.prioritySectors.flatMap(({ id, wholeChapters }) =>
      wholeChapters.map((chapter) => `${chapter} ${id}`),
    );
    expect(enforcement.prioritySectors).toHaveLength(12);
    expect(chapters.sort()).toEqual([
      "03 seafood",
      "52 cotton",
      "61 apparel",
      "62 apparel",
      "72 steel",
      "74 copper",
      "76 aluminium",
    ]);
  });

  test.each([
    [{ chapter: "74" }, ["copper"]],
    [{ chapter: "73" }, []],
    [{ chapter: "28" }, []],
    [{ chapter: "39" }, []],
    [{ good: "electrolytic-copper-products" }, ["copper"]],
    [{ good: "lithium" }, ["lithium"]],
    [{ good: "coffee" }, []],
    [{ material: "electrolytic-copper" }, ["copper"]],
    [{ material: "manganese" }, []],
    [{ sector: "red_dates" }, ["red_dates"]],
    [{ sector: "silica" }, ["silica"]],
    [{ sector: "none" }, []],
  ])("of %j are %j", (subject, expected) => {
    expect(enforcementFor(subject).sectors.map(({ id }) => id)).toEqual(expected);
  });

  test("cover whole chapters for ratings as they do when looked up", () => {
    for (const { chapter } of sourcedLists.hsChapters.chapters) {
      const found = enforcementFor({ chapter }).sectors.length > 0;
      expect(sourcedLists.isPriorityChapter(chapter), chapter).toBe(found);
    }
    expect(sourcedLists.isPriorityChapter("73")).toBe(false);
  });

  test("agree with the marks on goods and materials", () => {
    const goods = sourcedLists.goods.goods.filter(({ uflpaPriority }) => uflpaPriority).map(({ id }) => id);
    const materials = sourcedLists.materials.materials.filter(({ uflpaPriority }) => uflpaPriority).map(({ id }) => id);
    const { prioritySectors } = enforcement;
    expect(prioritySectors.flatMap((sector) => sector.goods).sort()).toEqual(goods);
    expect(prioritySectors.flatMap((sector) => sector.materials).sort()).toEqual(materials);
  });
});

describe("how long there is", () => {
  test.each([
    ["caatsa-321b", "2026-11-29", 30, "days", null],
    ["caatsa-321b", "2022-03-14", 30, "days", null],
    ["uflpa", "2026-11-29", 30, "days", 90],
    ["uflpa", "2026-06-09", 30, "days", 90],
    ["uflpa", "2026-06-08", 30, "days", null],
    ["tariff-act-307", "2026-11-29", 3, "months", null],
    ["eu-flr", "2027-12-14", 30, "working-days", null],
  ])("under %s on %s", (regime, day, length, unit, capDays) => {
    expect(clockFor(regime, day)).toMatchObject({ length, unit, capDays });
  });

  test.each([
    ["eu-flr", "2027-12-13"],
    ["uflpa", "2022-06-20"],
    ["caatsa-321b", "2022-02-28"],
    ["uk-msa", "2026-11-29"],
    ["eu-flr", "soon"],
    ["eu-flr", ""],
  ])("is not known under %s on %s", (regime, day) => {
    expect(clockFor(regime, day)).toBeUndefined();
  });

  test("never 90 days for CAATSA, and says that the guidance was not read", () => {
    const clock = clockFor("caatsa-321b", "2030-01-01");
    expect(clock?.capDays).toBeNull();
    expect(clock?.doubts.map(({ kind }) => kind)).toEqual(["unread"]);
  });

  test("two rules of one law never hold on the same day", () => {
    const { clocks } = sourcedLists.clocks;
    for (const one of clocks) {
      const others = clocks.filter((other) => other !== one && other.regime === one.regime);
      for (const { from, until } of others) {
        const apart = (one.until !== null && one.until < from) || (until !== null && until < one.from);
        expect(apart, one.regime).toBe(true);
      }
    }
  });
});
