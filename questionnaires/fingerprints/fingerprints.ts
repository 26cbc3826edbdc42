import type { Fingerprints, LoadedQuestionnaire } from "#questionnaires/load";
import { allTexts } from "#questionnaires/texts";
import { fingerprint, type Sha256 } from "./canonical-json";

/** Works out what must be recorded of a questionnaire when it is published. */
export function fingerprintsOf(questionnaire: LoadedQuestionnaire, sha256: Sha256): Fingerprints {
  const { $schema: _, ...definition } = questionnaire.definition;
  const texts = allTexts(questionnaire, definition.sourceLanguage);
  return {
    fingerprint: fingerprint({ definition, texts }, sha256),
    texts: Object.fromEntries(
      questionnaire.languages.map((language) => [language, fingerprint(allTexts(questionnaire, language), sha256)]),
    ),
  };
}
