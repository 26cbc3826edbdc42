import type { Answers, Facts } from "#questionnaires/answers";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { type Walk, walk } from "#questionnaires/walk";
import type { LoadedEdition } from "#scoring/editions/load-edition";
import type { ReferenceLists } from "#scoring/editions/reference-lists";
import { type Inherent, inherentFact, inherentFrom } from "#scoring/inherent/inherent";
import { compiledRules } from "#scoring/rules/compiled-rules";
import type { LoadedRuleSet } from "#scoring/rules/load-rule-set";

/** Answers and all that decides which questions they belong to. */
export type FactsInput = {
  readonly questionnaire: LoadedQuestionnaire;
  readonly answers: Answers;
  readonly regimes: readonly string[];
  readonly modules: readonly string[];
  readonly ruleSet: LoadedRuleSet;
  readonly edition: LoadedEdition;
  /** Day of a rating, ISO date. It decides on no question, so that pages can do without. */
  readonly asOf?: string;
};

/**
 * The walk with all its facts: regimes, modules and the inherent risk so far (0 to 100, two decimals; absent before a site has
 * a country). Everybody who walks a questionnaire comes here, or pages and scores would ask different questions.
 */
export function walkWithFacts(input: FactsInput): Walk {
  return walkWithInherent(input).walk;
}

/**
 * The walk, and the inherent risk that it was made with. The risk is read from a walk that supposes every question it
 * could call for: what it is made of must not depend on it (checked by `compiledRules`), so it is worked out once. Where it
 * does call for them all, that walk is the one.
 */
export function walkWithInherent(input: FactsInput): { readonly walk: Walk; readonly inherent: Inherent } {
  const { questionnaire, answers, regimes, modules, ruleSet, edition, asOf } = input;
  const { gates, sources } = compiledRules(questionnaire, ruleSet, edition.lists);
  const lists = factListsOf(sources.lists);
  const supposed = walk(questionnaire, answers, { inherent: 100, regimes, modules, lists, day: asOf });
  const inherent = inherentFrom(supposed, ruleSet.definition, edition, sources);
  const shown = inherentFact(supposed, ruleSet.definition, inherent);
  const facts: Facts = { inherent: shown, regimes, modules, lists, day: asOf };
  const asksAll = shown !== undefined && gates.every((gate) => shown >= gate);
  return { walk: asksAll ? { ...supposed, facts } : walk(questionnaire, answers, facts, supposed), inherent };
}

const known = new WeakMap<ReferenceLists, NonNullable<Facts["lists"]>>();

/** The lists that conditions ask about; made once, for every walk has them. */
function factListsOf(lists: ReferenceLists): NonNullable<Facts["lists"]> {
  let found = known.get(lists);
  if (found === undefined) {
    found = { "dprk-hosts": new Set(lists.hosts.hosts.map(({ iso2 }) => iso2)) };
    known.set(lists, found);
  }
  return found;
}
