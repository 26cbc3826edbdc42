import type { Campaign } from "#db/records";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { textsOf } from "#questionnaires/texts";

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
