import * as z from "zod";
import type { ServiceContext } from "#app/services/context/contexts";
import { supplierUseCase } from "#app/services/context/use-case";
import { readingIn } from "#app/services/supplier/fields/lists";
import { pageFields, revisionNumber } from "#app/services/supplier/session/page-input";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import { type FieldError, readQuestion } from "#questionnaires/reading";
import { isOutdated, saveAsDraft } from "./answer-draft";
import { askedQuestion } from "./asked-question";
import { isKept, type SavedAnswer, saveAnswer } from "./save-answer";

/**
 * What a person wants of a page besides keeping it. `go-on`: the next question, so everything must be right; `step-out`:
 * somewhere else now, so what is not right yet is kept as it was typed; `typing`: nothing, the page saves by itself.
 */
export const intents = ["go-on", "step-out", "typing"] as const;
export type Intent = (typeof intents)[number];

export type SaveOutcome =
  | SavedAnswer
  /** Kept as typed, not as an answer. */
  | { readonly kind: "draft" }
  | { readonly kind: "too-large" }
  | { readonly kind: "errors"; readonly errors: readonly FieldError[] };

/**
 * Saves the page of one question.
 * @throws Problem "not-found" for a question that is not asked, and for ended links
 */
export const saveQuestion = supplierUseCase({
  permission: "attestations.answer",
  input: z.object({ question: z.string(), fields: pageFields, basedOn: revisionNumber, intent: z.enum(intents) }),
  events: ["answer.saved", "draft.kept"],
  async run(ctx, { question: code, fields, basedOn, intent }, event): Promise<SaveOutcome> {
    const { session } = ctx;
    const question = askedQuestion(session, code);
    if (intent === "typing") {
      if (isOutdated(session, code, basedOn)) {
        const { answer } = readQuestion(question, fields, { ...readingContext(ctx, session, code), allowBlank: true });
        // Another tab saved the very same: nothing is left to keep.
        return { kind: answer && isKept(session, code, answer) ? "draft" : "conflict" };
      }
      return saveAsDraft(ctx, session, event, { place: code, fields });
    }
    const read = readQuestion(question, fields, {
      ...readingContext(ctx, session, code),
      allowBlank: intent === "step-out",
    });
    if (read.errors === undefined) {
      return saveAnswer(ctx, session, event, { question: code, answer: read.answer, basedOn });
    }
    if (intent === "step-out") return saveAsDraft(ctx, session, event, { place: code, fields });
    return { kind: "errors", errors: read.errors };
  },
});

function readingContext(ctx: ServiceContext, session: SupplierSession, code: string) {
  return { ...readingIn(ctx, session), current: session.file.answers[code] };
}
