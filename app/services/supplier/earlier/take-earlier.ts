import * as z from "zod";
import { supplierUseCase } from "#app/services/context/use-case";
import { askedQuestion } from "#app/services/supplier/question/asked-question";
import { saveAnswer } from "#app/services/supplier/question/save-answer";
import { pageFields, revisionOf } from "#app/services/supplier/session/page-input";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import { addEarlierFiles } from "./add-earlier-files";
import { allEarlier } from "./all-earlier";
import { bestOffer } from "./offers";

export type TakenEarlier =
  /** `filesLeft`: a document that was ticked could not be added. */
  | { readonly kind: "saved"; readonly session: SupplierSession; readonly filesLeft: boolean }
  /** It is answered by now, or is not what the page offered: nothing was written. */
  | { readonly kind: "not-offered" }
  | { readonly kind: "not-saved" };

/**
 * Says that one answer that was signed before is still true: it becomes the answer of now, marked with the day on which it
 * was signed, with the documents of then that were ticked. Doing it twice changes nothing more.
 * @throws Problem "not-found" for a question that is not asked, "with-others", and for ended links
 */
export const takeEarlierAnswer = supplierUseCase({
  permission: "attestations.answer",
  input: z.object({ question: z.string(), fields: pageFields }),
  events: ["answer.saved", "evidence.added"],
  async run(ctx, { question: code, fields }, event): Promise<TakenEarlier> {
    const { session } = ctx;
    const question = askedQuestion(session, code);
    const { earlier, offer } = bestOffer(ctx, session, await allEarlier(ctx, session), question) ?? {};
    if (!earlier || !offer?.answer || fields.get("mark")?.at(-1) !== offer.mark) return { kind: "not-offered" };
    const saved = await saveAnswer(ctx, session, event, {
      question: code,
      answer: offer.answer,
      basedOn: revisionOf(fields),
      carried: { from: earlier.from, signedAt: earlier.signedAt.toISOString() },
    });
    if (saved.kind !== "saved") return { kind: saved.kind === "conflict" ? "not-offered" : "not-saved" };
    const ticked = new Set(fields.get("file"));
    const wanted = offer.files.filter(({ id }) => ticked.has(id));
    const added = await addEarlierFiles(ctx, event, { question: code, files: wanted });
    return { kind: "saved", session: saved.session, filesLeft: added < wanted.length };
  },
});
