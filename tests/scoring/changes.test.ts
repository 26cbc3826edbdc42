import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answer, Answers } from "#questionnaires/answers";
import { type Explanation, explain } from "#scoring/explanation/explain";
import { rate } from "#scoring/rate";
import type { Rating } from "#scoring/rating";
import { type Band, bands } from "#terms/bands";
import { answers } from "#tests/scoring/laws/tried-answers";
import { exampleAnswers, inputFor, questionnaire, rateAnswers, rules } from "#tests/scoring/rating-support";
import { answerTo } from "#tests/support/answer-sets";
import { ladders } from "./ladders";

const isBetter = (band: Band, than: Band) => bands.indexOf(band) < bands.indexOf(than);

function explained(given: Answers): { rating: Rating; explanation: Explanation } {
  const rating = rateAnswers(given);
  const explanation = explain(inputFor(given), rating);
  if (!explanation) throw new Error("a rating just made must come out the same");
  return { rating, explanation };
}

const verified = [{ id: "proof", status: "verified" }] as const;
const clean = exampleAnswers("clean");

/** Other answers to what was asked, written by hand or by chance, and each of them proven. None comes from the search itself. */
function alternatives(chance: Answers): readonly (readonly [string, Answer])[] {
  const rated = new Set(ladders.map(({ question }) => question));
  const all: (readonly [string, Answer])[] = ladders.flatMap(({ question, answers: rungs }) =>
    rungs.map((value) => [question, { value }] as const),
  );
  for (const one of [clean, chance]) for (const code of rated) if (one[code]) all.push([code, one[code]]);
  // Not to say is never advised, whatever it would do.
  return all.flatMap(([code, answer]) => (answer.value ? [[code, { ...answer, evidence: verified }] as const] : []));
}

const chance = fc
  .tuple(
    ...[...questionnaire.questions.values()].map((one) => answerTo(one).map((answer) => [one.id, answer] as const)),
  )
  .map((pairs) => Object.fromEntries(pairs));

describe("single answers that would move the band", { timeout: 240_000 }, () => {
  test("each that is named does, when all is rated again with it", () => {
    let named = 0;
    fc.assert(
      fc.property(answers, (given) => {
        const { rating, explanation } = explained(given);
        for (const { question, answer, score, band } of explanation.changes) {
          const after = rate(inputFor({ ...given, [question]: answer }));
          expect([question, after.score, after.band]).toEqual([question, score, band]);
          expect(isBetter(after.band, rating.band)).toBe(true);
          named += 1;
        }
      }),
      { numRuns: 150 },
    );
    expect(named).toBeGreaterThan(20);
  });

  test("no other question could have done it: where none is named, none does", () => {
    let none = 0;
    fc.assert(
      fc.property(answers, chance, (given, other) => {
        const { rating, explanation } = explained(given);
        const named = new Set(explanation.changes.map(({ question }) => question));
        if (named.size === 0) none += 1;
        for (const [question, answer] of alternatives(other)) {
          if (named.has(question)) continue;
          const after = rate(inputFor({ ...given, [question]: answer }));
          if (isBetter(after.band, rating.band)) {
            expect.fail(
              `${question} ${JSON.stringify(answer)} moves ${rating.band} ${rating.score} to ${after.band} ${after.score}`,
            );
          }
        }
      }),
      { numRuns: 25, seed: 20_261_129 },
    );
    expect(none).toBeGreaterThan(4);
  });
});

describe("what holds a band", { timeout: 120_000 }, () => {
  test("is every floor over the next band and the score: all of them settled move it, and all but one do not", () => {
    let floors = 0;
    fc.assert(
      fc.property(answers, (given) => {
        const { rating, explanation } = explained(given);
        const { conditions } = explanation;
        if (!conditions) {
          expect(rating.band).toBe("low");
          return;
        }
        const lifted = (all: typeof conditions.floors) => rateAnswers(given, { lifted: all });
        const settled = lifted(conditions.floors);
        const isMoved = isBetter(settled.band, rating.band);
        expect(isMoved).toBe(conditions.score.less === 0);
        const [first, ...rest] = conditions.floors;
        if (!first) return;
        floors += 1;
        expect(lifted(rest).band).toBe(rating.band);
      }),
      { numRuns: 300 },
    );
    expect(floors).toBeGreaterThan(50);
  });

  test("says how few red flags are few enough: so many bring the score under the bound, and one more does not", () => {
    let seen = 0;
    fc.assert(
      fc.property(answers, (given) => {
        const { rating, explanation } = explained(given);
        const { conditions } = explanation;
        if (!conditions?.flags || conditions.flags.atMost === null) return;
        const { atMost } = conditions.flags;
        const score = (flags: number) =>
          rating.residual + Math.min(rules.adverseCap ?? 100, rating.countryFactor * flags);
        expect(score(atMost)).toBeLessThan(conditions.score.under);
        expect(score(atMost + 1)).toBeGreaterThan(conditions.score.under - 0.02);
        seen += 1;
      }),
      { numRuns: 300 },
    );
    expect(seen).toBeGreaterThan(30);
  });
});
