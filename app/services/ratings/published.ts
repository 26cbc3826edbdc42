import type { Campaign } from "#db/records";
import { findQuestionnaire } from "#questionnaires/index";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { findEdition, type LoadedEdition } from "#scoring/editions/index";
import type { LoadedRuleSet } from "#scoring/rules/load-rule-set";
import { findRuleSet } from "#scoring/rulesets/index";

/**
 * The questionnaire that a campaign or an attestation names. What was published is never taken away, so one that is not
 * there is a fault of ours.
 * @throws Error when this program does not have it
 */
export function questionnaireOf({
  questionnaire: id,
  version,
}: Pick<Campaign, "questionnaire" | "version">): LoadedQuestionnaire {
  const found = findQuestionnaire(id, version);
  if (!found) throw new Error(`There is no questionnaire ${id}@${version}`);
  return found;
}

/** The rules and countries that a campaign is rated with. @throws Error when this program does not have them */
export function rulesOf(campaign: Pick<Campaign, "ruleSet" | "edition">): {
  readonly ruleSet: LoadedRuleSet;
  readonly edition: LoadedEdition;
} {
  const ruleSet = findRuleSet(campaign.ruleSet);
  const edition = findEdition(campaign.edition);
  if (!ruleSet || !edition) throw new Error(`There is no ${campaign.ruleSet} or no ${campaign.edition}`);
  return { ruleSet, edition };
}
