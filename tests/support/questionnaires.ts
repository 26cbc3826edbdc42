import { sha256 } from "#app/adapters/secrets.server";
import { fingerprintsOf } from "#questionnaires/fingerprints/fingerprints";
import definition from "#questionnaires/forced-labour/v1/questionnaire.json" with { type: "json" };
import texts from "#questionnaires/forced-labour/v1/texts/en.json" with { type: "json" };
import { type LoadedQuestionnaire, loadQuestionnaire } from "#questionnaires/load";

/** The built-in questionnaire in other words: each of its texts begins with `mark`. Published, as every version is. */
export function reworded(mark: string, version = 1): LoadedQuestionnaire {
  const strings = Object.fromEntries(Object.entries(texts.strings).map(([key, text]) => [key, `${mark} ${text}`]));
  const files = [{ language: "en", strings }] as const;
  const draft = loadQuestionnaire({ ...definition, version }, files);
  return loadQuestionnaire({ ...definition, version }, files, fingerprintsOf(draft, sha256));
}
