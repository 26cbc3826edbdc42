import type { ServiceContext } from "#app/services/context/contexts";
import type { Attestation, Campaign } from "#db/records";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import type { CountryEdition } from "#scoring/editions/index";
import type { RuleSet } from "#scoring/rules/rule-set";

type Catalogued = Pick<ServiceContext, "catalogue">;

/**
 * The questionnaire version that an attestation was sent with, of its own organisation.
 * @throws Error when the catalogue does not have it: what was sent is never taken away, so that is a fault of ours
 */
export async function questionnaireOf(
  { catalogue }: Catalogued,
  { org, questionnaire: id, version }: Pick<Attestation, "org" | "questionnaire" | "version">,
): Promise<LoadedQuestionnaire> {
  const found = await catalogue.questionnaire(org, id, version);
  if (!found) throw new Error(`${org} has no questionnaire ${id}@${version}`);
  return found;
}

/**
 * The rules and the countries that a campaign is rated with.
 * @throws Error when the catalogue does not have them, which is a fault of ours
 */
export async function rulesOf(
  { catalogue }: Catalogued,
  campaign: Pick<Campaign, "org" | "ruleSet" | "edition">,
): Promise<{ readonly ruleSet: RuleSet; readonly edition: CountryEdition }> {
  const [ruleSet, edition] = await Promise.all([
    catalogue.rules(campaign.org, campaign.ruleSet),
    catalogue.edition(campaign.org, campaign.edition),
  ]);
  if (!ruleSet || !edition) throw new Error(`${campaign.org} has no ${campaign.ruleSet} or no ${campaign.edition}`);
  return { ruleSet, edition };
}
