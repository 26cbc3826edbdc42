import { isolate } from "#app/i18n/writing/isolate";
import type { TeamContext } from "#app/services/context/contexts";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { type Texts, textsNaming, textsOf } from "#questionnaires/texts";

/** The texts of a questionnaire as the suppliers of an organisation read them: with its name where they name the buyer. */
export function ownTexts(
  { organisation }: Pick<TeamContext, "organisation">,
  questionnaire: LoadedQuestionnaire,
  language: string,
): Texts {
  return textsNaming(textsOf(questionnaire, language), (lang) => isolate(organisation.name, lang));
}
