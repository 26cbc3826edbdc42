import fc from "fast-check";
import type { Answer, Answers } from "#questionnaires/answers";
import { walkWithFacts } from "#scoring/facts";
import { type RateInput, rate } from "#scoring/rate";
import type { Rating } from "#scoring/rating";
import { findRuleSet } from "#scoring/rulesets/index";
import { exampleInput, inputFor } from "#tests/scoring/rating-support";
import { answerSets, answersNear } from "#tests/support/answer-sets";
import { forcedLabour } from "#tests/support/questionnaires";

export const questionnaire = forcedLabour(2);
const found = findRuleSet("standard-2026.2");
if (found === undefined) throw new Error("The rule set standard-2026.2 is missing");
export const ruleSet = found;
export const rules = ruleSet.definition;

/** Answers to version 2 with all that a rating needs beside them, on a fixed day. */
export function input2(answers: Answers, change: Partial<RateInput> = {}): RateInput {
  return inputFor(answers, { questionnaire, regimes: questionnaire.definition.regimes, ruleSet, ...change });
}

export function rate2(answers: Answers, change: Partial<RateInput> = {}): Rating {
  return rate(input2(answers, change));
}

export const worked = exampleInput("worked-2026.2").answers;
export const clean = exampleInput("clean-2026.2").answers;

/** The worked example with other answers; undefined takes one away. */
export function workedWith(change: Readonly<Record<string, Answer | undefined>>): Answers {
  const answers = Object.entries({ ...worked, ...change });
  return Object.fromEntries(answers.filter((entry): entry is [string, Answer] => entry[1] !== undefined));
}

/** Answer sets of all kinds: wild ones nearly all end high, so that most are near what suppliers say. */
export const answers = fc.oneof(
  { weight: 1, arbitrary: answerSets(questionnaire) },
  { weight: 2, arbitrary: answersNear(questionnaire, clean, 10) },
  { weight: 3, arbitrary: answersNear(questionnaire, worked, 6) },
);
/** How often each law is tried. */
export const cases = { numRuns: 1000 };

/** The codes of what is asked, as one text. */
export function askedIn(given: Answers): string {
  return [...walkWithFacts(input2(given)).asked].join(" ");
}
