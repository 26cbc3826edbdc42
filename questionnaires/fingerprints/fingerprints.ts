import type { LoadedQuestionnaire } from "#questionnaires/load";
import { allTexts, textLanguages } from "#questionnaires/texts";
import { fingerprint, type Sha256 } from "./canonical-json";

export type Fingerprints = {
  /** Over the definition with its texts in the source language. */
  readonly fingerprint: string;
  /** Over all texts as they are shown, by language. */
  readonly texts: Readonly<Record<string, string>>;
};

/** Works out what `fingerprints.json` must say about a questionnaire. SHA-256 over RFC 8785 canonical JSON, lower-case hex. */
export function fingerprintsOf(questionnaire: LoadedQuestionnaire, sha256: Sha256): Fingerprints {
  const { $schema: _, ...definition } = questionnaire.definition;
  const texts = allTexts(questionnaire, definition.sourceLanguage);
  const languages = textLanguages(questionnaire);
  return {
    fingerprint: fingerprint({ definition, texts }, sha256),
    texts: Object.fromEntries(
      languages.map((language) => [language, fingerprint(allTexts(questionnaire, language), sha256)]),
    ),
  };
}
