import { languages } from "#app/i18n/languages";
import { noInput } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { questionCounts } from "#app/services/team/drafts/versions";
import { completeness, textsOf } from "#questionnaires/texts";

/** Every published questionnaire of the organisation, newest first. */
export const listQuestionnaires = teamUseCase({
  permission: "questionnaires.read",
  input: noInput,
  events: [],
  async run(ctx) {
    const questionnaires = await ctx.catalogue.questionnaires(ctx.organisation.id);
    return [...questionnaires].reverse().map((questionnaire) => ({
      id: questionnaire.definition.id,
      version: questionnaire.definition.version,
      title: textsOf(questionnaire, ctx.language).get("title")?.text ?? questionnaire.definition.id,
      questions: questionCounts(questionnaire, []),
      sections: questionnaire.sections.length,
      fingerprint: questionnaire.fingerprint,
      languages: languages.filter(({ tag }) => {
        const { done, all } = completeness(questionnaire, tag);
        return done === all;
      }).length,
      ofLanguages: languages.length,
    }));
  },
});
