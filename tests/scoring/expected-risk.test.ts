import { describe, expect, test } from "vitest";
import { editions, findEdition, migrantLabour, referenceLists } from "#scoring/editions/index";
import { expectedRisk, expectedRiskBasis } from "#scoring/inherent/expected-risk";
import { newestRules } from "#tests/support/rules";

const ruleSet = newestRules();

function expected(...[first = "", ...others]: readonly string[]) {
  const edition = findEdition("tip-2025");
  if (!edition) throw new Error("the examples are of 2025");
  return expectedRisk({ countries: [first, ...others], ruleSet, edition });
}

describe("the expected risk before answers", () => {
  // 0.35 C + 0.20 x 50 + 0.30 W + 0.15 x 50, by hand.
  test.each([
    ["CN", "Tier 3, migrants not usual", 56.5, "high"], // 31.5 + 10 + 7.5 + 7.5
    ["MM", "Tier 3, migrants not usual", 56.5, "high"],
    ["MO", "Tier 3, migrants usual", 62.5, "high"], // 31.5 + 10 + 13.5 + 7.5
    ["YE", "special case, migrants not usual", 56.5, "high"],
    ["MY", "Tier 2, migrants usual", 45, "medium"], // 14 + 10 + 13.5 + 7.5
    ["VN", "Tier 2, migrants not usual", 39, "medium"], // 14 + 10 + 7.5 + 7.5
    ["NP", "Tier 2 Watch List, migrants not usual", 47.75, "medium"], // 22.75 + 10 + 7.5 + 7.5
    ["TW", "Tier 1, migrants usual by report", 36.25, "medium"], // 5.25 + 10 + 13.5 + 7.5
    ["PL", "Tier 1, migrants not usual", 30.25, "medium"], // 5.25 + 10 + 7.5 + 7.5
    ["MC", "not ranked, migrants usual", 53.75, "high"], // 22.75 + 10 + 13.5 + 7.5
    ["GL", "not ranked, migrants usual", 53.75, "high"],
  ] as const)("%s: %s", (country, _, score, band) => {
    expect(expected(country)).toMatchObject({ score, band, ruleSet: ruleSet.id, edition: "tip-2025" });
  });

  test("of several places the worst counts 85 % and the mean the rest", () => {
    // CN 56.5, PL 30.25: 0.85 x 56.5 + 0.15 x 43.375 = 48.025 + 6.50625
    const risk = expected("PL", "CN");
    expect(risk.score).toBe(54.53);
    expect(risk.places.map(({ country, points }) => [country, points])).toEqual([
      ["CN", 56.5],
      ["PL", 30.25],
    ]);
    // CN, PL, VN: mean 41.91666...: 48.025 + 6.2875
    expect(expected("CN", "PL", "VN").score).toBe(54.31);
  });

  test("a country that is named twice counts once, and the order says nothing", () => {
    expect(expected("CN", "PL", "CN")).toEqual(expected("PL", "CN"));
  });

  test("a better place never makes it worse than the worst place alone, nor better than the best", () => {
    const codes = referenceLists.countries.countries.map(({ iso2 }) => iso2);
    for (const [i, one] of codes.entries()) {
      const other = codes[(i * 7 + 3) % codes.length] ?? one;
      const [alone, beside] = [expected(one).score, expected(other).score];
      const both = expected(one, other).score;
      expect(both).toBeLessThanOrEqual(Math.max(alone, beside));
      expect(both).toBeGreaterThanOrEqual(Math.min(alone, beside));
    }
  });

  test("its parts add up to its score, by hand, for every country and edition", () => {
    for (const made of editions) {
      for (const { iso2 } of referenceLists.countries.countries) {
        const { score, places } = expectedRisk({ countries: [iso2], ruleSet, edition: made });
        const [{ C, S, W, T } = { C: -1, S: -1, W: -1, T: -1 }] = places;
        expect(score).toBe(Math.round(0.35 * 100 * C + 0.2 * 100 * S + 0.3 * 100 * W + 0.15 * 100 * T) / 100);
      }
    }
  });

  test("another edition has another basis", () => {
    const bases = editions.map((made) => expectedRiskBasis({ ruleSet, edition: made }));
    expect(new Set(bases).size).toBe(editions.length);
  });
});

describe("where migrant labour is usual", () => {
  test.each([
    ["QA", true],
    ["AE", true],
    ["SG", true],
    ["MY", true],
    ["TH", true],
    ["MU", true],
    ["CN", false],
    ["VN", false],
    ["BD", false],
    ["XK", false],
    ["ZZ", false],
  ])("%s: %s", (country, usual) => {
    expect(referenceLists.isMigrantLabourUsual(country)).toBe(usual);
  });

  test("every country on the list has a share from the limit on, or a report with its source", () => {
    for (const { iso2, share, reported, source } of migrantLabour.countries) {
      if (share === null) expect([reported, source], iso2).not.toContain(undefined);
      else expect(share, iso2).toBeGreaterThanOrEqual(migrantLabour.usualFrom);
    }
  });
});
