import { answerInWords } from "#app/services/answers/answer-words";
import type { ServiceContext } from "#app/services/context/contexts";
import { momentWords } from "#app/services/supplier/page/frame";
import { type PageTexts, pageTexts } from "#app/services/supplier/page/page-texts";
import { linesOf } from "#app/services/supplier/question/answer-lines";
import { addressOf, type SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { OfferView } from "#app/views/supplier/question/earlier";
import type { Earlier } from "./find-earlier";
import { bestOffer, type OfferFrom } from "./offers";

/** When what is offered was signed, as a sentence. */
function saidWords(session: SupplierSession, { from, signedAt, file }: Earlier, words: PageTexts): string {
  const { day } = momentWords(signedAt, session.file.campaign, words);
  // Neither buyer learns of the other, not even by a receipt's number.
  if (from === "elsewhere") return words.t("supplier:earlier.elsewhere.said", { day });
  const { reference } = file.attestation;
  return words.t("supplier:earlier.said", { day, reference });
}

/** An answer of before as a page shows it: in the words of the version that it was given in. */
export function offerView(
  ctx: ServiceContext,
  session: SupplierSession,
  { earlier, offer }: OfferFrom,
  words: PageTexts,
): OfferView {
  const { id } = offer.question;
  const asked = earlier.walk.questionnaire.questions.get(id) ?? offer.question;
  const { questionnaire } = earlier.walk;
  // The buyer's name, where a text has it, is that of whoever reads now.
  const then = pageTexts(ctx, { questionnaire, file: session.file }, words.language);
  const { comment: _, ...answer } = answerInWords(earlier.walk, asked, then) ?? { parts: [], files: 0 };
  return {
    said: saidWords(session, earlier, words),
    lines: linesOf(answer, words),
    ...(offer.askedAnew ? { askedAnew: true } : {}),
    ...(offer.answer
      ? {
          use: {
            action: `${addressOf(session)}/${id}/still-true`,
            mark: offer.mark,
            basedOn: session.file.revisions[id] ?? 0,
            files: offer.files.map(({ id: file, name, receivedAt, firstReceivedAt }) => ({
              id: file,
              label: words.t("supplier:earlier.file", {
                name,
                day: momentWords(firstReceivedAt ?? receivedAt, session.file.campaign, words).day,
              }),
            })),
          },
        }
      : {}),
  };
}

/** What the page of a question shows of what was signed before; undefined where there is nothing, or it is answered by now. */
export function offerOn(
  ctx: ServiceContext,
  session: SupplierSession,
  all: readonly Earlier[],
  code: string,
  words: PageTexts,
): OfferView | undefined {
  const question = session.questionnaire.questions.get(code);
  const found = question && bestOffer(ctx, session, all, question);
  return found && offerView(ctx, session, found, words);
}
