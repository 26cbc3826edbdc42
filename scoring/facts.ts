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
  return walkTwice(input).facts;
}

/** The walk with all facts, and the one without inherent risk that the facts were read from. */
export function walkTwice({ questionnaire, answers, regimes, modules, ruleSet, edition }: FactsInput): {
  facts: Facts;
  before: Walk;
  walk: Walk;
} {
  const before = walk(questionnaire, answers, { regimes, modules });
  const inherent = inherentOf(before, ruleSet, edition);
  if (inherent === undefined) return { facts: before.facts, before, walk: before };
  const facts = { inherent, regimes, modules };
  // Below every gate nothing more is asked, so a second walk would only find the same again.
  const reached = programFor(questionnaire, ruleSet).gates.some((gate) => inherent >= gate);
  return { facts, before, walk: reached ? walk(questionnaire, answers, facts) : { ...before, facts } };
}
