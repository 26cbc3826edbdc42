import type { LoadedQuestionnaire } from "#questionnaires/load";
import { sourcedLists } from "#scoring/editions/index";
import { isMadeFor, type LoadedRuleSet, loadRuleSet } from "#scoring/rules/load-rule-set";
import fingerprints from "./fingerprints.json" with { type: "json" };
import madeFor20261 from "./standard-2026.1/questionnaire.json" with { type: "json" };
import rules20261 from "./standard-2026.1/rules.json" with { type: "json" };
import en20261 from "./standard-2026.1/texts/en.json" with { type: "json" };
import madeFor20262 from "./standard-2026.2/questionnaire.json" with { type: "json" };
import rules20262 from "./standard-2026.2/rules.json" with { type: "json" };
import en20262 from "./standard-2026.2/texts/en.json" with { type: "json" };

/** Every built-in rule set, oldest first. A published one is never edited: a new one is added. */
export const ruleSets: readonly LoadedRuleSet[] = [
  loadRuleSet(rules20261, [en20261], {
    questionnaire: madeFor20261,
    fingerprint: fingerprints["standard-2026.1"].fingerprint,
  }),
  loadRuleSet(rules20262, [en20262], {
    questionnaire: madeFor20262,
    lists: sourcedLists,
    fingerprint: fingerprints["standard-2026.2"].fingerprint,
  }),
];

/** The built-in rule set with this id, such as "standard-2026.1". */
export function findRuleSet(id: string): LoadedRuleSet | undefined {
  return ruleSets.find((ruleSet) => ruleSet.id === id);
}

/** The newest built-in rule set made for a questionnaire: the one a rating uses unless told otherwise. */
export function newestRuleSetFor(questionnaire: LoadedQuestionnaire): LoadedRuleSet | undefined {
  return ruleSets.findLast((ruleSet) => isMadeFor(ruleSet, questionnaire));
}
