import { noInput } from "#app/services/context/inputs";
import { supplierUseCase } from "#app/services/context/use-case";
import { frameOf } from "#app/services/supplier/page/frame";
import { pageTexts } from "#app/services/supplier/page/page-texts";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import type { AnswersView } from "#app/views/supplier/signing/check";
import { answerLine, answerSections } from "./answer-sections";

/** All questions that are asked with their answers, to be printed or kept. */
export const showAnswers = supplierUseCase({
  permission: "attestations.answer",
  input: noInput,
  events: [],
  run(ctx): AnswersView {
    const { session } = ctx;
    const words = pageTexts(ctx, session.questionnaire, ctx.language);
    const { file } = session;
    const base = addressOf(session);
    const sent = file.attestation.state === "submitted";
    const title = words.t("supplier:check.answersTitle");
    return {
      frame: frameOf(ctx, session, words, {
        title,
        back: sent
          ? { href: `${base}/receipt`, label: words.t("supplier:receipt.label") }
          : { href: base, label: words.t("supplier:tasks.all") },
        from: "answers",
      }),
      title,
      lead: words.t("supplier:receipt.version", {
        title: words.texts.get("title")?.text ?? "",
        version: session.questionnaire.definition.version,
      }),
      sections: answerSections(session, words, (question) => ({
        ...answerLine(session, question, words),
        title: words.say(`${question.id}.title`),
      })),
    };
  },
});
