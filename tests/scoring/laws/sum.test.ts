import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bands } from "#terms/bands";
import { cents, changedRuleSet, rateAnswers, rules } from "#tests/scoring/rating-support";
import { answers, cases } from "./tried-answers";

// Each bound on how often a case came up is far under what chance makes of it: about 310 and 105 of a thousand.
describe("laws of the score over lines and floors", { timeout: 120_000 }, () => {
  test("the lines add up to the score exactly", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { steps, score } = rateAnswers(given);
        expect(steps.reduce((sum, { points }) => sum + cents(points), 0)).toBe(cents(score));
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
      }),
      cases,
    );
  });

  test("a knock-out never shows a band under its floor", () => {
    let knockedOut = 0;
    fc.assert(
      fc.property(answers, (given) => {
        const { band, scoreBand, floor } = rateAnswers(given);
        if (floor === null) {
          expect(band).toBe(scoreBand);
          return;
        }
        knockedOut += 1;
        expect(bands.indexOf(band)).toBeGreaterThanOrEqual(bands.indexOf(floor.band));
        expect(bands.indexOf(band)).toBeGreaterThanOrEqual(bands.indexOf(scoreBand));
      }),
      cases,
    );
    expect(knockedOut).toBeGreaterThan(200);
  });

  test("what remains under a floor is the score by a rule set in which knock-outs have no points", () => {
    const pointless = changedRuleSet({
      redFlags: Object.fromEntries(
        Object.entries(rules.redFlags).map(([code, question]) => {
          const rules = question.rules.map((rule) => (rule.floor === undefined ? rule : { ...rule, points: 0 }));
          return [code, { ...question, rules }];
        }),
      ),
    });
    let less = 0;
    fc.assert(
      fc.property(answers, (given) => {
        const { floor, remaining, score } = rateAnswers(given);
        if (floor === null) {
          expect(remaining).toBeNull();
          return;
        }
        const without = rateAnswers(given, { ruleSet: pointless });
        expect(remaining).toEqual({ score: without.score, band: without.scoreBand });
        expect(remaining?.score).toBeLessThanOrEqual(score);
        if (without.score < score) less += 1;
      }),
      cases,
    );
    expect(less).toBeGreaterThan(50);
  });
});
