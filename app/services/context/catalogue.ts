import type { LoadedQuestionnaire } from "#questionnaires/load";
import type { CountryEdition } from "#scoring/editions/index";
import type { RuleSet } from "#scoring/rules/rule-set";

/**
 * What can be asked, and by which rules and countries answers are rated, for one organisation. Two organisations may both
 * have a `survey@1`: whoever wants one says whose.
 */
export type Catalogue = {
  /** Every version that can be sent, oldest first. */
  questionnaires(org: string): Promise<readonly LoadedQuestionnaire[]>;
  questionnaire(org: string, id: string, version: number): Promise<LoadedQuestionnaire | undefined>;
  /** Oldest first. */
  ruleSets(org: string): Promise<readonly RuleSet[]>;
  rules(org: string, id: string): Promise<RuleSet | undefined>;
  /** Oldest first. */
  editions(org: string): Promise<readonly CountryEdition[]>;
  edition(org: string, id: string): Promise<CountryEdition | undefined>;
};
