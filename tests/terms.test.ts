import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bands, betterBand, tableBands, worseBand } from "#terms/bands";
import { dprkStates, dprkStatesWorstFirst } from "#terms/dprk-states";
import { foldName, foldSpelling, spellingKey } from "#terms/names";
import { roundPoints, toHundredths } from "#terms/points";
import { siteTierRank, tiers, tiersWorstFirst } from "#terms/tiers";

describe("lists whose places databases hold", () => {
  test("have the order that they were published with", () => {
    expect(bands).toEqual(["low", "medium", "high", "critical"]);
    expect(dprkStates).toEqual(["no-checked", "no-not-checked", "unknown", "past-before", "past-after", "present"]);
  });

  test("and their other orders have the same members", () => {
    expect([...tableBands].reverse()).toEqual(["none", ...bands]);
    expect([...dprkStatesWorstFirst].reverse()).toEqual(dprkStates);
    expect([...tiersWorstFirst].sort()).toEqual([...tiers].sort());
  });
});

describe("bands", () => {
  test("are compared by how bad they are", () => {
    expect(worseBand("high", "medium")).toBe("high");
    expect(worseBand("low", "critical")).toBe("critical");
    expect([betterBand("critical"), betterBand("low")]).toEqual(["high", undefined]);
  });
});

describe("tiers of sites", () => {
  test("stand worst first, not ranked before Tier 2", () => {
    const sites = ["2", "unranked", "3", "1", "unknown", "2WL", "SC"];
    expect(sites.sort((a, b) => siteTierRank(a) - siteTierRank(b))).toEqual([
      "SC",
      "3",
      "2WL",
      "unranked",
      "unknown",
      "2",
      "1",
    ]);
    expect(siteTierRank("A+")).toBe(-1);
  });
});

describe("points", () => {
  test.each([
    [1.005, 1.01],
    [0.1 + 0.2, 0.3],
    [73.86 - 69.39, 4.47],
    [-0.004, 0],
    [-1.01, -1.01],
    [99.995, 100],
  ])("%d is shown as %d", (points, shown) => {
    expect(roundPoints(points)).toBe(shown);
  });

  test("with two decimals stay what they are, and so do their sums and differences in hundredths", () => {
    const figure = fc.integer({ min: -10_000, max: 10_000 });
    fc.assert(
      fc.property(figure, figure, (one, other) => {
        expect(toHundredths(one / 100)).toBe(one);
        expect(toHundredths(one / 100 + other / 100)).toBe(one + other);
        expect(toHundredths(one / 100 - other / 100)).toBe(one - other);
      }),
    );
  });
});

describe("names", () => {
  test.each([
    ["  Ünal  Tekstil\tA.Ş. ", "unal tekstil a.s."],
    ["ĐỒNG NAI", "dong nai"],
    ["Łódź, Straße", "lodz, strasse"],
    ["ＡＣＭＥ", "acme"],
    ["İstanbul", "istanbul"],
    ["กำแพง", "กําแพง"],
    ["कारखाना", "कारखाना"],
    ["شركة", "شركة"],
  ])("%s is searched as %s", (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  test.each([
    ["شَرِكـة", "شركه"],
    ["أفغانستان", "افغانستان"],
    ["Zu\u200bg", "zug"],
  ])("what %s means is decided as %s", (typed, folded) => {
    expect(foldSpelling(typed)).toBe(folded);
  });

  test("are decided by letters, marks and digits of any script", () => {
    expect(spellingKey("E-mail (work) №1")).toBe("emailworkno1");
    expect(spellingKey("Tên nhà cung cấp")).toBe("tennhacungcap");
    expect(spellingKey("供应商 名称")).toBe("供应商名称");
  });

  test("fold to what folds to itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(foldName(foldName(text))).toBe(foldName(text));
        expect(spellingKey(spellingKey(text))).toBe(spellingKey(text));
      }),
    );
  });
});
