import * as z from "zod";
import type { ServiceContext, SupplierContext } from "#app/services/context/contexts";
import { supplierUseCase } from "#app/services/context/use-case";
import { readingIn } from "#app/services/supplier/fields/lists";
import { pageFields, revisionNumber } from "#app/services/supplier/session/page-input";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { Answer } from "#questionnaires/answers";
import { type FieldError, readQuestion } from "#questionnaires/reading";
import { isOutdated, saveAsDraft } from "./answer-draft";
import { askedQuestion } from "./asked-question";
import { isKept, type SavedAnswer, saveAnswer } from "./save-answer";
import { type SavedNote, tellSaved } from "./tell-saved";

/**
 * What a person wants of a page besides keeping it. `go-on`: the next question, so everything must be right; `step-out`:
 * somewhere else now, so what is not right yet is kept as it was typed; `typing`: nothing, the page saves by itself: what is right
 * and complete as an answer, anything else as it was typed.
 */
export const intents = ["go-on", "step-out", "typing"] as const;
export type Intent = (typeof intents)[number];

export type SaveOutcome =
  | (SavedAnswer & {
      /** What a page that saved by itself is told. */
      readonly note?: SavedNote;
    })
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
    const reading = { ...readingContext(ctx, session, code), allowBlank: intent === "step-out" };
    if (intent === "typing" && isOutdated(session, code, basedOn)) {
      const { answer } = readQuestion(question, fields, { ...reading, allowBlank: true });
      // Another tab saved the very same: nothing is left to keep.
      const isTheSame = answer !== undefined && isKept(session, code, answer);
      return isTheSame ? withNote(ctx, { kind: "saved", session }, code) : { kind: "conflict" };
    }
    const read = readQuestion(question, fields, reading);
    // A page that was only emptied again is no answer until somebody says so.
    const isAnswer = read.answer !== undefined && (intent !== "typing" || saysAnything(read.answer));
    if (isAnswer) {
      const saved = await saveAnswer(ctx, session, event, { question: code, answer: read.answer, basedOn });
      return intent === "typing" ? withNote(ctx, saved, code) : saved;
    }
    if (intent !== "go-on") return saveAsDraft(ctx, session, event, { place: code, fields });
    return { kind: "errors", errors: read.errors ?? [] };
  },
});

function withNote(ctx: SupplierContext, saved: SavedAnswer, code: string): SaveOutcome {
  return saved.kind === "saved" ? { ...saved, note: tellSaved(ctx, saved.session, code) } : saved;
}

function saysAnything({ value, unsure }: Answer): boolean {
  return unsure !== undefined || Object.keys(value ?? {}).length > 0;
}

function readingContext(ctx: ServiceContext, session: SupplierSession, code: string) {
  return { ...readingIn(ctx, session), current: session.file.answers[code] };
}
