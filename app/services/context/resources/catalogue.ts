import type { LoadedQuestionnaire } from "#questionnaires/load";
import type { LoadedEdition } from "#scoring/editions/index";
import type { LoadedRuleSet } from "#scoring/rules/load-rule-set";

/**
 * What can be asked, and by which rules and countries answers are rated, for one organisation. Two organisations may both
 * have a `survey@1`: whoever wants one says whose.
 */
export type Catalogue = {
  /** Every version that can be sent, oldest first. */
  questionnaires(org: string): Promise<readonly LoadedQuestionnaire[]>;
  questionnaire(org: string, id: string, version: number): Promise<LoadedQuestionnaire | undefined>;
  /** Oldest first. */
  ruleSets(org: string): Promise<readonly LoadedRuleSet[]>;
  rules(org: string, id: string): Promise<LoadedRuleSet | undefined>;
  /** Oldest first. */
  editions(org: string): Promise<readonly LoadedEdition[]>;
  edition(org: string, id: string): Promise<LoadedEdition | undefined>;
};
