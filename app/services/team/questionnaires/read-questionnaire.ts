import { Problem } from "#app/domain/problem";
import { findLanguage, languages } from "#app/i18n/languages";
import { questionCounts } from "#app/services/team/drafts/versions";
import { findQuestionnaire, fingerprintOf, questionnaires } from "#questionnaires/index";
import { completeness, textsOf } from "#questionnaires/texts";

/** Every published questionnaire, newest first. */
export function listQuestionnaires(language: string) {
  return [...questionnaires].reverse().map((questionnaire) => ({
    id: questionnaire.definition.id,
    version: questionnaire.definition.version,
    title: textsOf(questionnaire, language).get("title")?.text ?? questionnaire.definition.id,
    questions: questionCounts(questionnaire, []),
    sections: questionnaire.definition.sections.length,
    fingerprint: fingerprintOf(questionnaire),
    languages: languages.filter(({ tag }) => {
      const { done, all } = completeness(questionnaire, tag);
      return done === all;
    }).length,
    ofLanguages: languages.length,
  }));
}

/** All questions of a version in a language. Throws Problem "not-found". */
export function readQuestionnaire(id: string, version: number, language: string) {
  const questionnaire = findQuestionnaire(id, version);
  if (!questionnaire) throw new Problem("not-found");
  const shown = findLanguage(language)?.tag ?? "en";
  const texts = textsOf(questionnaire, shown);
  const words = (key: string) => texts.get(key);
  return {
    id,
    version,
    language: shown,
    title: words("title")?.text ?? id,
    fingerprint: fingerprintOf(questionnaire),
    completeness: languages.map(({ tag, endonym }) => ({ tag, endonym, ...completeness(questionnaire, tag) })),
    sections: questionnaire.definition.sections.map((section) => ({
      id: section.id,
      title: words(`section.${section.id}`),
      questions: section.questions.map((question) => ({
        id: question.id,
        title: words(`${question.id}.title`),
        hint: words(`${question.id}.hint`),
        why: words(`${question.id}.why`),
        always: question.shown === undefined,
        options: question.parts.flatMap((part) =>
          "options" in part
            ? (part.options ?? []).flatMap((option) => words(`${question.id}.${part.id}.option.${option}`) ?? [])
            : [],
        ),
      })),
    })),
  };
}
