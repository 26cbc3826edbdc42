import fc from "fast-check";
import type { Answers } from "#questionnaires/answers";
import { walkWithFacts } from "#scoring/facts";
import { exampleAnswers, inputFor, questionnaire } from "#tests/scoring/rating-support";
import { answerSets, answersNear } from "#tests/support/answer-sets";

const verified = [{ id: "d1", status: "verified" }] as const;

const sitesOf = (...sites: [id: string, country: string, workers: number][]): Answers => ({
  B1: {
    value: {
      sites: sites.map(([id, country, workers]) => ({
        id,
        cells: { name: id, country, activity: "printing", workers },
      })),
    },
  },
  D1: {
    value: {
      workforce: sites.map(([site, , own]) => {
        return { id: `w-${site}`, cells: { site, own, agency: 0, contractor: 0, trainee: 0, home: 0 } };
      }),
    },
  },
});

/** A supplier at the gate, very good at everything that is asked only above it. T is 100 x 4/15, so that I is 25 in tier 2. */
export const goodAboveGate: Answers = {
  ...exampleAnswers("clean"),
  ...sitesOf(["s1", "PT", 900], ["s2", "ES", 100]),
  C1: {
    value: {
      goods: [
        { id: "g1", cells: { product: "Labels", kind: "goods", hs: "49", sites: ["s1", "s2"], markets: ["eu"] } },
      ],
    },
  },
  L1: { value: { suppliers: 15, asked: 15, answered: 11 } },
  I1: { value: { hours: 48, "rest-days": 8 }, evidence: verified },
  J3: {
    value: { answer: { committee: "yes", "migrants-in-it": "yes", "no-punishment-rule": "yes" } },
    evidence: verified,
  },
  K2: { value: { person: "A", trained: ["managers", "hr", "workers"] }, evidence: verified },
  K3: { value: { done: "both", "last-check": "2025-06", "last-audit": "2025-06" }, evidence: verified },
  L2: { value: { answer: "both" }, evidence: verified },
  L3: { value: { answer: 100 } },
};

/** Wild answer sets alone would nearly all score 100, where no law can be seen to fail. */
export const answers = fc.oneof(
  { weight: 1, arbitrary: answerSets(questionnaire) },
  { weight: 2, arbitrary: answersNear(questionnaire, exampleAnswers("clean"), 10) },
  { weight: 2, arbitrary: answersNear(questionnaire, exampleAnswers("worked"), 6) },
  { weight: 2, arbitrary: answersNear(questionnaire, goodAboveGate, 4) },
);
/** How often each law is tried. */
export const cases = { numRuns: 1000 };

/** The codes of what is asked, as one text. */
export function askedIn(given: Answers): string {
  return [...walkWithFacts(inputFor(given)).asked].join(" ");
}

/** Whether a question is asked under these answers. */
export function asks(given: Answers, question: string): boolean {
  return walkWithFacts(inputFor(given)).asked.has(question);
}
