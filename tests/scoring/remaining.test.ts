import { describe, expect, test } from "vitest";
import type { Answers } from "#questionnaires/answers";
import { cents, exampleAnswers, rateAnswers } from "./rating-support";

const clean = exampleAnswers("clean");
const worked = exampleAnswers("worked");
const change = (answers: Answers, code: string, value: Record<string, string | number | string[]>): Answers => ({
  ...answers,
  [code]: { value },
});

describe("what remains under a floor", () => {
  const remaining = (answers: Answers) => rateAnswers(answers).remaining;

  test("is the score that the supplier would have without what sets the floor", () => {
    const kept = change(worked, "G1", { answer: "employer-other" });
    const { adverse, residual, countryFactor, redFlags } = rateAnswers(kept);
    expect(adverse).toBeCloseTo(redFlags * countryFactor, 2);
    // Three roundPoints figures stand for exact ones.
    expect(Math.abs((remaining(kept)?.score ?? 0) - residual - (redFlags - 12) * countryFactor)).toBeLessThan(0.02);
  });

  test("counts what the knock-out left no room for in its question", () => {
    const dealings = (buy: string) => {
      const rows = { buy, "joint-venture": "no", "rent-fees": "no", licences: "no", "cheap-goods": "yes" };
      return { ...clean, E6: { value: { answer: rows } } };
    };
    expect(rateAnswers(dealings("yes")).redFlags).toBe(8);
    expect(remaining(dealings("yes"))?.score).toBe(rateAnswers(dealings("no")).score);
  });

  test("keeps the points of a knock-out that a reviewer lifted, and is nothing once none is left", () => {
    const two = change(change(clean, "E1", { answer: "yes" }), "G4", { answer: "no" });
    const lifted = [{ question: "E1", rule: "dprk-workers" }];
    const one = rateAnswers(two, { lifted });
    expect(one.floor?.reasons.map(({ question }) => question)).toEqual(["G4"]);
    // By hand: G4 has 10 points, in tier 2 times 1.04; E1 has 20.
    expect(cents(one.score) - cents(one.remaining?.score ?? 0)).toBe(1040);
    expect(cents(one.score) - cents(remaining(two)?.score ?? 0)).toBe(3120);
    const none = rateAnswers(two, { lifted: [...lifted, { question: "G4", rule: "cannot-resign" }] });
    expect([none.floor, none.remaining]).toEqual([null, null]);
  });

  test("is relieved by a plan for something else like the score", () => {
    const deposits = change(clean, "F5", { answer: "yes" });
    const plans = [{ question: "F5", accepted: true, due: "2026-03-31" }];
    // E8 is asked because of E1, and silence there would count.
    const both = rateAnswers(change(change(deposits, "E1", { answer: "yes" }), "E8", { answer: "no" }), { plans });
    expect(both.remaining?.score).toBe(rateAnswers(deposits, { plans }).score);
    expect(both.remaining?.score).not.toBe(rateAnswers(deposits).score);
  });
});

describe("goods from Xinjiang", () => {
  const goods = (...markets: string[]) => {
    const cells = { product: "Shirts", kind: "goods", hs: "61", sites: ["s1"], markets };
    return { ...worked, C1: { value: { goods: [{ id: "g1", cells }] } }, M1: { value: { answer: "yes" } } };
  };

  test.each([
    ["critical", "xinjiang-sold-to-us", goods("us", "eu")],
    ["high", "xinjiang", goods("eu")],
  ])("set one floor, %s by %s, and not two", (band, rule, answers) => {
    expect(rateAnswers(answers).floor).toEqual({ band, reasons: [{ question: "M1", rule, disclosed: false }] });
  });
});
