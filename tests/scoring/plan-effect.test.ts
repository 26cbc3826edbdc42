import { describe, expect, test } from "vitest";
import { planEffect } from "#scoring/explanation/plan-effect";
import { rate } from "#scoring/rate";
import { maxPoints, roundPoints } from "#terms/points";
import { newestRules } from "#tests/support/rules";
import { exampleInput, inputFor } from "./rating-support";
import { rate2, workedWith } from "./standard-2026.2/support";

const input = exampleInput("worst");
const planFor = (question: string) => [{ question, accepted: true, due: "2999-12-31", reviewed: input.asOf }];

/** Questions with a red flag in the worst answers there are. */
const flagged = [
  ...new Set(
    rate(input)
      .steps.filter(({ kind }) => kind === "adverse")
      .map(({ code }) => code),
  ),
];

describe("what a plan does", () => {
  test("is asked of some red flags", () => {
    expect(flagged.length).toBeGreaterThan(5);
  });

  test.each(flagged)("at %s is the difference between the two ratings, told alike from both", (question) => {
    const without = rate(input);
    const planned = rate({ ...input, plans: planFor(question) });
    const rules = input.ruleSet.definition;
    const [told, given] = [planEffect(without, rules, question), planEffect(planned, rules, question)];
    expect(told.score).toBeCloseTo(without.score - planned.score, 1);
    expect(given.score).toBeCloseTo(told.score, 1);
    expect(given.points).toBeCloseTo(told.points, 1);
    expect([told.isGiven, given.isGiven]).toEqual([false, told.points > 0]);
    expect(told.product).toBe(roundPoints((told.points * told.factor * 25) / 100));
    expect(told.score).toBeLessThanOrEqual(Math.min(maxPoints, told.product + 0.01));
  });

  test("is less than the product where rules let red flags share what is left to 100, and still the difference", () => {
    const answers = workedWith({ E3: { value: { "since-2018": "no-not-asked" } } });
    const reviewed = { plans: [{ question: "E3", accepted: true, due: "2999-12-31", reviewed: "2026-11-01" }] };
    const planned = rate2(answers, { ...reviewed, asOf: "2026-11-15" });
    const before = rate2(answers, { asOf: "2026-11-15" });
    const effect = planEffect(before, newestRules().definition, "E3");
    expect(effect.score).toBeCloseTo(before.score - planned.score, 1);
    expect(effect.score).toBeLessThan(effect.product);
  });
});

test("a floor of a question without points has none, whatever the plan", () => {
  const owned = { A2: { value: { owners: [{ id: "o", cells: { name: "An owner", country: "KP", share: 30 } }] } } };
  const rating = rate(inputFor(owned));
  const effect = planEffect(rating, inputFor(owned).ruleSet.definition, "A2");
  expect(effect).toMatchObject({ points: 0, score: 0, floor: "critical" });
});
