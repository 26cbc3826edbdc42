import { Problem } from "#app/domain/problem";
import type { ServiceContext } from "#app/services/context/contexts";
import { listsFor } from "#app/services/supplier/fields/lists";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { Question } from "#questionnaires/definition";
import { type FieldError, type Fields, readQuestion } from "#questionnaires/reading";
import { keepDraft } from "./draft";
import { type SavedAnswer, saveAnswer } from "./save-answer";

/**
 * What a person wants of a page besides keeping it. `go-on`: the next question, so everything must be right; `step-out`:
 * somewhere else now, so what is not right yet is kept as it was typed; `typing`: nothing, the page saves by itself.
 */
export type Intent = "go-on" | "step-out" | "typing";

export type SaveOutcome =
  | SavedAnswer
  /** Kept as typed, not as an answer. */
  | { readonly kind: "draft" }
  | { readonly kind: "too-large" }
  | { readonly kind: "errors"; readonly errors: readonly FieldError[] };

/** Saves the page of one question. @throws Problem "not-found" for a question that is not asked, and for ended links */
export async function saveQuestion(
  ctx: ServiceContext,
  session: SupplierSession,
  { question: code, fields, basedOn, intent }: { question: string; fields: Fields; basedOn: number; intent: Intent },
): Promise<SaveOutcome> {
  const question = askedQuestion(session, code);
  if (intent === "typing") {
    return isOutdated(session, code, basedOn) ? { kind: "conflict" } : keepTyped(ctx, session, code, fields);
  }
  const read = readQuestion(question, fields, {
    lists: listsFor(session),
    walk: session.walk,
    current: session.file.answers[code],
    draft: intent === "step-out",
  });
  if (read.errors === undefined) {
    return saveAnswer(ctx, session, { question: code, answer: read.answer, basedOn });
  }
  return intent === "step-out" ? keepTyped(ctx, session, code, fields) : { kind: "errors", errors: read.errors };
}

/** A question that has a page and is asked now. @throws Problem "not-found" */
export function askedQuestion({ questionnaire, walk }: SupplierSession, code: string): Question {
  const question = questionnaire.questions.get(code);
  if (!question || question.signing || !walk.asked.has(code)) throw new Problem("not-found");
  return question;
}

/**
 * Whether a page that saves itself was opened before the newest answer was saved. What is typed there would be offered in
 * the place of that answer, to whoever opens the question next.
 */
export function isOutdated({ file }: SupplierSession, code: string, basedOn: number): boolean {
  return basedOn < (file.revisions[code] ?? 0);
}

/** Keeps a page as it was typed. */
export async function keepTyped(
  ctx: ServiceContext,
  session: SupplierSession,
  place: string,
  fields: Fields,
): Promise<{ readonly kind: "draft" | "too-large" | "not-saved" }> {
  const kept = await keepDraft(ctx, session, { place, fields });
  return { kind: kept === "kept" ? "draft" : kept };
}
