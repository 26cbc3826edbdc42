import { describe, expect, test } from "vitest";
import { residualOf } from "#scoring/controls/residual";
import { adverseOf, countryFactorOf } from "#scoring/findings/adverse";
import { bandOf } from "#scoring/findings/floor";
import { rate } from "#scoring/rate";
import type { Rating } from "#scoring/rating";
import { roundPoints } from "#terms/points";
import { cents, exampleInput, rules } from "./rating-support";

const rateExample = (name: string): Rating => rate(exampleInput(name));

/** Red flags as "code rule points", before the country factor. */
const flagsOf = ({ steps }: Rating) =>
  steps.filter(({ kind }) => kind === "adverse").map(({ code, rule, params }) => `${code} ${rule} ${params.points}`);
const inherentOf = ({ steps }: Rating) =>
  Object.fromEntries(steps.filter(({ kind }) => kind === "inherent").map(({ code, points }) => [code, points]));

describe("the worked example", () => {
  const rating = rateExample("worked");

  test("rates its two sites as on paper", () => {
    expect(rating.sites).toMatchObject([
      { country: "CN", tier: "3", C: 90, S: 90, W: 62.5, T: 35, inherent: 73.5 },
      { country: "PT", tier: "2", C: 40, S: 20, W: 10, T: 35, inherent: 26.25 },
    ]);
    expect(rating.inherent).toBe(69.72);
    expect(rating.countryFactor).toBe(1.316);
  });

  test("finds four red flags and nothing else", () => {
    expect(flagsOf(rating)).toEqual([
      "D3 agent-layers 4",
      "E3 partners-not-asked 8",
      "E4 unknown-partner 6",
      "I2 dk 4",
    ]);
    expect(rating).toMatchObject({ redFlags: 22, adverse: 28.95, blanks: [], contradictions: [], floor: null });
  });

  test("says what its own documents are worth", () => {
    // By hand: 15 x 10.5/15 + 25 x 16.75/25 + 20 x 7/14 + 15 x 9.25/14 + 15 x 7.5/15 + 10 x 9.75/21, of 100.
    expect(rating.controls).toBe(59.3);
    expect(rating.residual).toBe(44.91);
    expect(rating).toMatchObject({ score: 73.86, band: "high", scoreBand: "high", dprkLabour: "no-not-checked" });
  });

  test("comes to 69.39, High, when controls are given as 70", () => {
    const inherent = 0.6 * 73.5 + (0.4 * (73.5 * 400 + 26.25 * 100)) / 500;
    const residual = residualOf(rules, inherent, 70);
    const adverse = adverseOf(rules, residual, countryFactorOf(rules, 86), 22);
    expect([roundPoints(inherent), roundPoints(residual), roundPoints(adverse)]).toEqual([69.72, 40.44, 28.95]);
    const score = roundPoints(residual + adverse);
    expect(score).toBe(69.39);
    expect(bandOf(rules, score)).toBe("high");
  });

  test("is Critical with North Korean workers now, with the score under it still to be seen", () => {
    const dprk = rateExample("worked-dprk");
    expect(dprk).toMatchObject({ inherent: 69.72, controls: 59.3, residual: 44.91, band: "critical" });
    expect(dprk.floor).toEqual({
      band: "critical",
      reasons: [{ question: "E1", rule: "dprk-workers", disclosed: false }],
    });
    expect(dprk.statuses["caatsa-321b"]).toBe("link-under-review");
    expect(dprk.statuses.uflpa).toBe("no-link-declared");
    expect(dprk.dprkLabour).toBe("present");
    expect(flagsOf(dprk).filter((flag) => !flagsOf(rating).includes(flag))).toEqual(["E1 dprk-workers 20"]);
    // "Yes" also opens E8 and E10: neither adds a step here, so what remains is the example without it.
    expect(dprk).toMatchObject({ score: 100, remaining: { score: 73.86, band: "high" } });
    expect([dprk.remaining?.score, rating.remaining]).toEqual([rating.score, null]);
  });
});

describe("examples at the ends", () => {
  test("a small clean site in Portugal is Low", () => {
    const rating = rateExample("clean");
    expect(inherentOf(rating)).toEqual({ C: 14, S: 4, W: 3, T: 0 });
    expect(flagsOf(rating)).toEqual([]);
    // By hand: (15 x 75 + 20 x 50 + 15 x 62.5 + 15 x 50 + 10 x 61.11) / 75; 21 x (1 - 0.6 x 0.5898).
    expect(rating).toMatchObject({
      inherent: 21,
      controls: 58.98,
      score: 13.57,
      band: "low",
      dprkLabour: "no-checked",
    });
  });

  test("the worst answer everywhere reaches every limit", () => {
    const rating = rateExample("worst");
    expect(inherentOf(rating)).toEqual({ C: 31.5, S: 16.88, W: 30, T: 15 });
    expect(rating).toMatchObject({ inherent: 93.38, controls: 0, countryFactor: 1.34, adverse: 60, score: 100 });
    expect(rating).toMatchObject({ band: "critical", dprkLabour: "present" });
    // Not asked here: E7 without IT services, L4 without a supplier that answered. The owners (A2) have no points.
    const counted = Object.entries(rules.redFlags).filter(([code]) => !["E7", "L4"].includes(code));
    expect(rating.redFlags).toBe(counted.reduce((sum, [, { worst }]) => sum + worst, 0));
    expect(rating.redFlags).toBe(412);
    expect(rating.steps.at(-1)).toMatchObject({ kind: "cap", points: -53.38 });
  });

  test("don't know everywhere is unknown, not clean", () => {
    const rating = rateExample("all-unknown");
    // By hand: W of the sites 66 and 56, S 90 and 54, T 60.
    expect(inherentOf(rating)).toEqual({ C: 30.1, S: 17.42, W: 19.56, T: 9 });
    expect(rating).toMatchObject({ inherent: 76.08, controls: 0, redFlags: 233, score: 100, dprkLabour: "unknown" });
    expect(new Set(Object.values(rating.statuses))).toEqual(new Set(["unknown"]));
    expect(rating.floor).toBeNull();
  });

  test("silence is neither clean nor a crash", () => {
    const rating = rateExample("blank");
    expect(inherentOf(rating)).toEqual({ C: 25.2, S: 14.4, W: 19.8, T: 12 });
    expect(rating).toMatchObject({ inherent: 71.4, countryFactor: 1.232, redFlags: 160.8, confidence: 0 });
    expect(rating.blanks).toContain("E1");
  });

  test.each(["worked", "worked-dprk", "clean", "worst", "all-unknown", "blank"])(
    "every figure of %s adds up",
    (name) => {
      const rating = rateExample(name);
      const sum = (kind: string) =>
        rating.steps.filter((step) => step.kind === kind).reduce((total, { points }) => total + cents(points), 0);
      expect(Math.abs(sum("inherent") - cents(rating.inherent))).toBeLessThanOrEqual(1);
      expect(Math.abs(sum("adverse") - cents(rating.adverse))).toBeLessThanOrEqual(1);
      expect(Math.abs(sum("inherent") + sum("control") - cents(rating.residual))).toBeLessThanOrEqual(1);
      expect(rating.confidence).toBeCloseTo(
        Object.values(rating.confidenceParts).reduce((a, b) => a + b, 0),
        6,
      );
    },
  );
});
