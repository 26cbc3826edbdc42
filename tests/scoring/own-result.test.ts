import { describe, expect, test } from "vitest";
import { neverPriced } from "#scoring/explanation/changes/lowering-changes";
import { ownResult } from "#scoring/explanation/own-result";
import { rate } from "#scoring/rate";
import { exampleAnswers, inputFor } from "#tests/scoring/rating-support";

/** Faults of many kinds beside a knock-out. */
const given = { ...exampleAnswers("worked-dprk"), I2: { unsure: "dk" as const } };
const input = inputFor(given);
const rating = rate(input);

describe("a supplier's own result", () => {
  const result = ownResult(input, rating);

  test("names changes of which each does alone what it says, when all is rated again with it", () => {
    expect(result?.lowers.length).toBeGreaterThan(2);
    for (const { question, answer, points } of result?.lowers ?? []) {
      const after = rate(inputFor({ ...given, [question]: answer }));
      expect(Math.round((rating.score - after.score) * 100)).toBe(Math.round(points * 100));
    }
    expect(result?.lowers.map(({ points }) => points)).toEqual(
      result?.lowers.map(({ points }) => points).toSorted((one, other) => other - one),
    );
    const changed = Object.fromEntries((result?.lowers ?? []).map(({ question, answer }) => [question, answer]));
    const { score, band } = rate(inputFor({ ...given, ...changed }));
    expect(result?.together).toEqual({ score, band });
    const two = Object.fromEntries((result?.lowers ?? []).slice(0, 2).map((one) => [one.question, one.answer]));
    const afterTwo = rate(inputFor({ ...given, ...two }));
    expect(result?.firstTwo).toEqual({ score: afterTwo.score, band: afterTwo.band });
  });

  test("holds out no points for sending people away, nor for what holds a floor, nor for who works where", () => {
    const named = [...(result?.lowers ?? []), ...(result?.helps ?? [])].map(({ question }) => question);
    const held = (rating.floor?.reasons ?? []).map(({ question }) => question);
    expect(held).toContain("E1");
    expect(named.filter((code) => neverPriced.includes(code))).toEqual([]);
    expect(result?.lowers.filter(({ question }) => held.includes(question) || /^[ABCD]/.test(question))).toEqual([]);
  });

  test("is told of no rating that the answers do not come to", () => {
    expect(ownResult(input, { ...rating, score: rating.score - 1 })).toBeUndefined();
  });
});
