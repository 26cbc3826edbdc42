import type { TeamContext } from "#app/services/context/contexts";
import type { Campaign } from "#db/records";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { textsOf } from "#questionnaires/texts";
import type { LoadedEdition } from "#scoring/editions/index";
import type { LoadedRuleSet } from "#scoring/rules/load-rule-set";

/**
 * The questionnaire that a campaign asks. What was sent is never taken away, so one that is not there is a fault of ours.
 * @throws Error when the catalogue does not have it
 */
export async function questionnaireOf(ctx: TeamContext, campaign: Campaign): Promise<LoadedQuestionnaire> {
  const { questionnaire: id, version } = campaign;
  const found = await ctx.catalogue.questionnaire(ctx.organisation.id, id, version);
  if (!found) throw new Error(`There is no questionnaire ${id}@${version}`);
  return found;
}

/** The rules and countries that a campaign is rated with. @throws Error when the catalogue does not have them */
export async function rulesOf(
  ctx: TeamContext,
  campaign: Campaign,
): Promise<{ readonly ruleSet: LoadedRuleSet; readonly edition: LoadedEdition }> {
  const org = ctx.organisation.id;
  const [ruleSet, edition] = await Promise.all([
    ctx.catalogue.rules(org, campaign.ruleSet),
    ctx.catalogue.edition(org, campaign.edition),
  ]);
  if (!ruleSet || !edition) throw new Error(`There is no ${campaign.ruleSet} or no ${campaign.edition}`);
  return { ruleSet, edition };
}

/** What a campaign asks, in words. @param language BCP 47 tag */
export function campaignWords(
  questionnaire: LoadedQuestionnaire,
  { regimes }: Pick<Campaign, "regimes">,
  language: string,
): { readonly title: string; readonly regimes: readonly string[] } {
  const texts = textsOf(questionnaire, language);
  return {
    title: texts.get("title")?.text ?? questionnaire.definition.id,
    regimes: regimes.map((regime) => texts.get(`regime.${regime}`)?.text ?? regime),
  };
}
