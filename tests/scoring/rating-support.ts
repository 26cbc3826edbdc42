import { readFileSync } from "node:fs";
import type { Answers } from "#questionnaires/answers";
import { readAnswerFile } from "#scoring/answer-files/answer-file";
import { findEdition } from "#scoring/editions/index";
import { type LoadedEdition, loadEdition } from "#scoring/editions/load-edition";
import type { CountryEdition } from "#scoring/editions/schemas";
import { type RateInput, rate } from "#scoring/rate";
import type { Rating } from "#scoring/rating";
import { type LoadedRuleSet, loadRuleSet } from "#scoring/rules/load-rule-set";
import type { RuleSet } from "#scoring/rules/rule-set";
import { findRuleSet } from "#scoring/rulesets/index";
import { forcedLabour } from "#tests/support/questionnaires";

export const questionnaire = forcedLabour(1);
const first = findRuleSet("standard-2026.1");
if (first === undefined) throw new Error("The rule set standard-2026.1 is missing");
export const ruleSet = first;
export const rules = ruleSet.definition;
const found = findEdition("tip-2025");
if (found === undefined) throw new Error("The edition tip-2025 is missing");
export const edition = found;

/** The standard rule set with other rules and the same words. */
export function changedRuleSet(change: Partial<RuleSet>): LoadedRuleSet {
  const { versions, words } = ruleSet;
  const questionnaire = { id: rules.questionnaire, versions };
  return loadRuleSet({ ...rules, ...change }, [...words.values()], { questionnaire, fingerprint: "changed" });
}

/** The edition of 2025 with other tiers. */
export function editionWith(tiers: CountryEdition["tiers"]): LoadedEdition {
  return loadEdition({ ...edition.definition, tiers }, edition.lists, "changed");
}

/** All that a rating needs beside answers, on a fixed day. */
export function inputFor(answers: Answers, change: Partial<RateInput> = {}): RateInput {
  return {
    questionnaire,
    answers,
    regimes: questionnaire.definition.regimes,
    modules: [],
    ruleSet,
    edition,
    asOf: "2025-11-15",
    signed: true,
    ...change,
  };
}

export function rateAnswers(answers: Answers, change: Partial<RateInput> = {}): Rating {
  return rate(inputFor(answers, change));
}

/** Points in whole hundredths, so that sums in a test carry no tolerance. */
export function cents(points: number): number {
  return Math.round(points * 100);
}

/** The answers of a file in `examples/`, or of the worked examples beside the scoring itself. */
export function exampleAnswers(name: string): Answers {
  return exampleInput(name).answers;
}

/** Everything in an example file, read the way `npm run rate` reads it. */
export function exampleInput(name: string): RateInput {
  const isBuiltIn = name.startsWith("worked") || name.includes("/");
  const folder = isBuiltIn ? "../../scoring/examples/" : "./examples/";
  const text = readFileSync(new URL(`${folder}${name}.json`, import.meta.url), "utf8");
  return inputFor({}, readAnswerFile(text, "2025-11-15"));
}
