import { noInput } from "#app/services/context/inputs";
import { supplierUseCase } from "#app/services/context/use-case";
import { mayRead } from "#app/services/supplier/colleagues/own-sections";
import { frameOf } from "#app/services/supplier/page/frame";
import { pageTexts } from "#app/services/supplier/page/page-texts";
import { signedFacts, signedStatement } from "#app/services/supplier/receipt/signed-facts";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import { givenBy } from "#app/services/supplier/signing/given-by";
import type { AnswersView } from "#app/views/supplier/signing/answers";
import { servedQuestions } from "#questionnaires/walk";
import { printedQuestion } from "./printed-question";

/**
 * The questionnaire to be printed or kept: every question that the campaign can ask with its choices, answered or not; and
 * once it is signed, what was signed, by whom and when.
 */
export const showAnswers = supplierUseCase({
  permission: "attestations.check",
  input: noInput,
  events: [],
  async run(ctx): Promise<AnswersView> {
    const { session } = ctx;
    const words = pageTexts(ctx, session, ctx.language);
    const { file, questionnaire } = session;
    const given = await givenBy(ctx, session, words);
    const base = addressOf(session);
    const { declaration } = file;
    const title = words.t("supplier:check.answersTitle");
    const served = new Set(servedQuestions(questionnaire, file.campaign.regimes));
    return {
      frame: frameOf(ctx, session, words, {
        title,
        back: declaration
          ? { href: `${base}/receipt`, label: words.t("supplier:receipt.label") }
          : session.colleague?.approves
            ? { href: `${base}/check`, label: words.t("supplier:check.title") }
            : { href: base, label: words.t("supplier:tasks.all") },
        from: "answers",
      }),
      title,
      lead: words.t("supplier:receipt.version", {
        title: words.texts.get("title")?.text ?? "",
        version: questionnaire.definition.version,
      }),
      sections: questionnaire.sections
        .map(({ id, questions }) => ({
          code: id,
          name: words.say(`section.${id}`),
          questions: questions
            .filter((question) => served.has(question) && mayRead(session, question.id))
            .map((question) => ({ ...printedQuestion(session, question, words), ...given(question.id) })),
        }))
        .filter(({ questions }) => questions.length > 0),
      ...(declaration
        ? {
            signed: {
              ...signedFacts(session, declaration, words),
              statement: signedStatement(declaration, words.ui),
            },
          }
        : {}),
    };
  },
});
