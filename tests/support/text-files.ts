import type { LoadedQuestionnaire } from "#questionnaires/load";
import type { TextsFile } from "#questionnaires/texts/file";

/** The texts of a questionnaire as files, one a language, as they could be loaded again. Source language first. */
export function textFilesOf({ texts }: Pick<LoadedQuestionnaire, "texts">): readonly TextsFile[] {
  return texts.languages.flatMap((language) => texts.get(language)?.file ?? []);
}
