import { sourcedLists } from "#scoring/editions/index";
import { type Changes, withChanges } from "#scoring/trial/changed-rules";
import { type AboutRuleSet, type LoadedRuleSet, loadRuleSet } from "./load-rule-set";
import type { RuleSet } from "./rule-set";

/** A rule set of an organisation's own before it is loaded: another one with other figures, and all words of that. */
export type OwnRuleSetParts = {
  readonly definition: RuleSet;
  readonly words: readonly unknown[];
  readonly madeFor: AboutRuleSet["questionnaire"];
};

/** Another rule set with other figures under a name of its own. */
export function ownRuleSet(
  { definition, words, versions }: LoadedRuleSet,
  changes: Changes,
  named: Pick<RuleSet, "id" | "title">,
): OwnRuleSetParts {
  return {
    definition: { ...withChanges(definition, changes), ...named },
    words: [...words.values()],
    madeFor: { id: definition.questionnaire, versions },
  };
}

/**
 * Checks it as every other rule set is checked. Its lists are those of the rule set that it comes from.
 * @param fingerprint of the definition; absent for a draft, which rates nothing
 * @throws RuleSetError
 */
export function loadOwnRuleSet({ definition, words, madeFor }: OwnRuleSetParts, fingerprint?: string): LoadedRuleSet {
  return loadRuleSet(definition, words, {
    questionnaire: madeFor,
    ...(definition.lists === undefined ? {} : { lists: sourcedLists }),
    ...(fingerprint === undefined ? {} : { fingerprint }),
  });
}
