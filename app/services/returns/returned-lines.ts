import { timeMoment } from "#app/i18n/dates/moments";
import { type PageLine, pageText } from "#app/i18n/page-text";
import { answerInWords } from "#app/services/answers/answer-words";
import type { TeamContext } from "#app/services/context/contexts";
import { linesOf } from "#app/services/supplier/question/answer-lines";
import { ownTexts } from "#app/services/team/questionnaires/own-texts";
import type { ReturnedLine } from "#app/views/team/supplier/returns";
import type { NamedReturnedQuestion } from "#db/store/attestations/asked/returns";
import type { Question } from "#questionnaires/definition";
import { isSensitive, mayReadQuestion, type Signed, seesAllReturned } from "./find-signed";

/** What was signed of a question, in words. */
export function answerLines(ctx: TeamContext, { walk }: Signed, question: Question): readonly PageLine[] {
  const texts = ownTexts(ctx, walk.questionnaire, ctx.language);
  return linesOf(answerInWords(walk, question, { ui: ctx.language, texts }), {
    t: ctx.t(ctx.language),
    ui: ctx.language,
  });
}

/** The name of a question in short, on a page of the team. */
export function shortName(ctx: TeamContext, { walk }: Signed, code: string) {
  const text = ownTexts(ctx, walk.questionnaire, ctx.language).get(`${code}.short`);
  return text ? pageText(text, ctx.language) : code;
}

/** Returned questions in the order of their questionnaire. */
export function inOrder(
  { walk: { questionnaire } }: Signed,
  returned: readonly NamedReturnedQuestion[],
): readonly NamedReturnedQuestion[] {
  const order = [...questionnaire.questions.keys()];
  return returned.toSorted((one, other) => order.indexOf(one.question) - order.indexOf(other.question));
}

/** Returned questions as they may be read here, with what was signed; `isPartial`: there may be others, and nobody here knows. */
export function returnedLines(ctx: TeamContext, signed: Signed, returned: readonly NamedReturnedQuestion[]) {
  const lines = returned.flatMap((one): readonly ReturnedLine[] => {
    const question = signed.walk.questionnaire.questions.get(one.question);
    if (!question || !mayReadQuestion(ctx, signed.northKorea, question)) return [];
    const { question: code, comment, name, at } = one;
    return [
      {
        ...{ code, comment },
        name: shortName(ctx, signed, code),
        sensitive: isSensitive(signed, question),
        by: ctx.t(ctx.language)("team:returns.by", { name: name ?? "", at: timeMoment(at, ctx.language).text }),
        before: answerLines(ctx, signed, question),
        href: `/reviews/${signed.file.attestation.id}/returned/${code}`,
      },
    ];
  });
  return { lines, isPartial: !seesAllReturned(ctx) };
}
