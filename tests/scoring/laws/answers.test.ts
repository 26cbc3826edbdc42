import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answer, Answers, EvidenceStatus } from "#questionnaires/answers";
import { walkWithFacts } from "#scoring/facts";
import { ladders } from "#tests/scoring/ladders";
import { inputFor, questionnaire, rateAnswers } from "#tests/scoring/rating-support";
import { answers, askedIn, asks, cases } from "./tried-answers";

const ladder = fc.constantFrom(...ladders);

/** Whether a way of saying nothing can be chosen; leaving a question blank always can. */
function isOffered({ unsure }: Answer, question: string): boolean {
  return unsure === undefined || (questionnaire.questions.get(question)?.unsure.includes(unsure) ?? false);
}

describe("laws of the score over answers", { timeout: 120_000 }, () => {
  test("with the same questions applying, a worse answer never lowers the score", () => {
    let compared = 0;
    fc.assert(
      fc.property(answers, ladder, fc.nat(), fc.nat(), (given, { question, answers: rungs }, a, b) => {
        const [low, high] = [a % rungs.length, b % rungs.length].sort((x, y) => x - y);
        const evidence = given[question]?.evidence;
        const better = { ...given, [question]: { value: rungs[low ?? 0], evidence } };
        const worse = { ...given, [question]: { value: rungs[high ?? 0], evidence } };
        if (low === high || !asks(better, question) || askedIn(better) !== askedIn(worse)) return;
        compared += 1;
        expect(rateAnswers(worse).score).toBeGreaterThanOrEqual(rateAnswers(better).score);
      }),
      { numRuns: 3000 },
    );
    expect(compared).toBeGreaterThan(1000);
  });

  test("silence and don't know cost no less than the best answer and no more than the worst", () => {
    let compared = 0;
    const silences: Answer[] = [{ unsure: "dk" }, { unsure: "legal" }, {}];
    fc.assert(
      fc.property(answers, ladder, fc.constantFrom(...silences), (given, { question, answers: rungs }, silence) => {
        if (!isOffered(silence, question) || !asks(given, question)) return;
        const middle = { ...given, [question]: silence };
        const ends = [rungs[0], rungs.at(-1)].map((value) => ({ ...given, [question]: { value } }));
        for (const [place, end] of ends.entries()) {
          if (askedIn(end) !== askedIn(middle)) continue;
          compared += 1;
          const [least, most] = place === 0 ? [end, middle] : [middle, end];
          expect(rateAnswers(most).score).toBeGreaterThanOrEqual(rateAnswers(least).score);
        }
      }),
      { numRuns: 2000 },
    );
    expect(compared).toBeGreaterThan(1000);
  });

  test("a better proven answer never raises the score", () => {
    const order: (EvidenceStatus | undefined)[] = ["rejected", undefined, "attached", "accepted", "verified"];
    fc.assert(
      fc.property(answers, fc.constantFrom(...questionnaire.questions.keys()), fc.nat(3), (given, code, place) => {
        const proven = (status: EvidenceStatus | undefined): Answers => {
          const evidence = status === undefined ? [] : [{ id: "d1", status }];
          return { ...given, [code]: { ...given[code], evidence } };
        };
        const better = rateAnswers(proven(order[place + 1])).score;
        expect(better).toBeLessThanOrEqual(rateAnswers(proven(order[place])).score);
      }),
      cases,
    );
  });

  test("an answer that does not apply changes nothing", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { asked } = walkWithFacts(inputFor(given));
        const applying = Object.fromEntries(Object.entries(given).filter(([code]) => asked.has(code)));
        expect(rateAnswers(applying)).toEqual(rateAnswers(given));
      }),
      cases,
    );
  });

  test("the same answers give the same bytes, in whatever order they were kept", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const turned = Object.fromEntries(Object.entries(structuredClone(given)).reverse());
        expect(JSON.stringify(rateAnswers(turned))).toBe(JSON.stringify(rateAnswers(given)));
      }),
      cases,
    );
  });
});
