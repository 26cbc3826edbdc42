import type { Fingerprints, LoadedQuestionnaire, TextFingerprints } from "#questionnaires/load";
import { allTexts } from "#questionnaires/texts";
import { fingerprint, type Sha256 } from "./canonical-json";

/** Works out what must be recorded of a questionnaire when it, or a new revision of its texts, is published. */
export function fingerprintsOf(questionnaire: LoadedQuestionnaire, sha256: Sha256): Fingerprints {
  const { $schema: _, ...definition } = questionnaire.definition;
  const first = questionnaire.atRevision(1);
  const texts = allTexts(first, definition.sourceLanguage);
  const later = Array.from({ length: questionnaire.revision - 1 }, (_, at) => questionnaire.atRevision(at + 2));
  return {
    fingerprint: fingerprint({ definition, texts }, sha256),
    texts: textFingerprints(first, sha256),
    ...(later.length > 0 && {
      revisions: Object.fromEntries(later.map((one) => [one.revision, textFingerprints(one, sha256)])),
    }),
  };
}

function textFingerprints(questionnaire: LoadedQuestionnaire, sha256: Sha256): TextFingerprints {
  return Object.fromEntries(
    questionnaire.languages.map((language) => [language, fingerprint(allTexts(questionnaire, language), sha256)]),
  );
}
