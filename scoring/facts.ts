import type { Answers, Facts } from "#questionnaires/answers";
import { type Walk, walk } from "#questionnaires/journey";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import type { CountryEdition } from "#scoring/editions/index";
import { inherentOf } from "./inherent";
import { programFor } from "./program";
import type { RuleSet } from "./rule-set";

/** Answers and all that decides which questions they belong to. */
export type FactsInput = {
  readonly questionnaire: LoadedQuestionnaire;
  readonly answers: Answers;
  readonly regimes: readonly string[];
  readonly modules: readonly string[];
  readonly ruleSet: RuleSet;
  readonly edition: CountryEdition;
};

/**
 * The facts for a walk: regimes, modules and the inherent risk so far (0 to 100, two decimals; absent before a site has a
 * country). Everybody who walks a questionnaire takes them from here, or pages and scores would ask different questions.
 */
export function factsOf(input: FactsInput): Facts {
  return walkWithFacts(input).facts;
}

/**
 * The walk with all its facts. The inherent risk is read from a walk that supposes every question it could call for:
 * what it is made of must not depend on it (checked by `programFor`). Where it does call for them all, that walk is the one.
 */
export function walkWithFacts(input: FactsInput): Walk {
  const { questionnaire, answers, regimes, modules, ruleSet, edition } = input;
  const { gates } = programFor(questionnaire, ruleSet);
  const supposed = walk(questionnaire, answers, { inherent: 100, regimes, modules });
  const inherent = inherentOf(supposed, ruleSet, edition);
  const facts = { ...(inherent !== undefined && { inherent }), regimes, modules };
  if (inherent !== undefined && gates.every((gate) => inherent >= gate)) return { ...supposed, facts };
  return walk(questionnaire, answers, facts);
}
