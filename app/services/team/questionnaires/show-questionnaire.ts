import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { findLanguage } from "#app/i18n/languages";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { languageReports } from "#app/services/languages/language-report";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { changesMeaning, diff } from "#questionnaires/versions/diff";
import { lawStart } from "./law-start";
import { ownTexts } from "./own-texts";

/**
 * All questions of a version in a language, that of the reader where none or none of ours is named.
 * @throws Problem "not-found"
 */
export const showQuestionnaire = teamUseCase({
  permission: "questionnaires.read",
  input: z.object({
    id: recordId,
    // What an address says wrongly is a version that is not there.
    version: z.coerce.number().int().catch(0),
    language: z.string().optional(),
  }),
  events: [],
  async run(ctx, { id, version, language }) {
    const questionnaire = await ctx.catalogue.questionnaire(ctx.organisation.id, id, version);
    if (!questionnaire) throw new Problem("not-found");
    const before = await ctx.catalogue.questionnaire(ctx.organisation.id, id, version - 1);
    const shown = findLanguage(language ?? ctx.language)?.tag ?? "en";
    const texts = ownTexts(ctx, questionnaire, shown);
    const words = (key: string) => texts.get(key);
    return {
      id,
      version,
      language: shown,
      title: words("title")?.text ?? id,
      fingerprint: questionnaire.fingerprint,
      /** Against the version before; absent for a first one. */
      changes: before && changedQuestions(before, questionnaire),
      laws: questionnaire.definition.regimes.map((law) => ({
        id: law,
        name: words(`regime.${law}`),
        source: words(`regime.${law}.source`),
        from: lawStart(ctx, questionnaire, law, ctx.language),
      })),
      states: (await languageReports(questionnaire, ctx.sha256)).map((report) => ({
        ...report,
        endonym: findLanguage(report.language)?.endonym ?? report.language,
      })),
      sections: questionnaire.sections.map((section) => ({
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
  },
});

/** Codes of the questions that are new, and of those to which an answer may mean something else than before. */
function changedQuestions(before: LoadedQuestionnaire, after: LoadedQuestionnaire) {
  const lines = diff(before, after).filter(({ meaning }) => meaning);
  const places = new Set(
    lines.flatMap(({ differences }) =>
      differences.filter(({ what }) => changesMeaning(what)).map(({ at }) => at.split(".")[0]),
    ),
  );
  const codes = [...after.questions.keys()].filter((code) => places.has(code));
  return {
    added: codes.filter((code) => !before.questions.has(code)),
    changed: codes.filter((code) => before.questions.has(code)),
  };
}
