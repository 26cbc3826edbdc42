import { Problem } from "#app/domain/problem";
import { languageCookie } from "#app/http/language-cookie";
import { type FormFields, fieldOf } from "#app/routes/supplier/requests/form-fields";
import type { SupplierContext } from "#app/services/context/contexts";
import { dropWaiting } from "#app/services/supplier/evidence/pieces/drop-waiting";
import { type SaveOutcome, saveQuestion } from "#app/services/supplier/question/save-question";
import { afterQuestion } from "#app/services/supplier/session/after-question";
import { type Origin, withOrigin } from "#app/services/supplier/session/origin";
import { revisionOf } from "#app/services/supplier/session/page-input";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import { autosaveStatus, draftLimitText, submitIntent } from "./submit-intent";

/** What became of the form of a question. */
export type SavedForm =
  /** All is kept, and another page comes next; `cookie`: to be set with it. */
  | { readonly kind: "go"; readonly to: string; readonly cookie?: string }
  /** The page saved by itself; its script is told how that went, in `told` as JSON where an answer was saved. */
  | { readonly kind: "kept"; readonly status: number; readonly told?: string }
  /** Something has to be shown, with what was typed. */
  | { readonly kind: "show"; readonly outcome: Extract<SaveOutcome, { kind: "errors" | "conflict" | "not-saved" }> };

export const toldType = { "content-type": "application/json" };

/** Where a question's page was opened from. */
export function originPageOf(fields: FormFields): Origin {
  return fieldOf(fields, "from") === "check" ? "check" : undefined;
}

/** Saves the form of a question and says what comes next. @throws Problem "too-large", and what saving throws */
export async function saveForm(ctx: SupplierContext, question: string, fields: FormFields): Promise<SavedForm> {
  const { then, language, intent } = submitIntent(fields, ctx.session.file.campaign);
  const outcome = await saveQuestion(ctx, { question, fields, basedOn: revisionOf(fields), intent });
  if (then === "typing") {
    const told = "note" in outcome && outcome.note ? JSON.stringify(outcome.note) : undefined;
    return { kind: "kept", status: autosaveStatus(outcome.kind), told };
  }
  if (outcome.kind === "too-large") throw new Problem("too-large", { limit: draftLimitText });
  if (outcome.kind !== "saved" && outcome.kind !== "draft") return { kind: "show", outcome };
  const [, sha256, bytes] = /^drop:([0-9a-f]{64}):(\d{1,12})$/.exec(then) ?? [];
  if (sha256 && bytes) await dropWaiting(ctx, { question, sha256, bytes });
  const from = originPageOf(fields);
  if (language) {
    const here = withOrigin(`${addressOf(ctx.session)}/${question}`, from);
    return { kind: "go", to: here, cookie: languageCookie(language, ctx.config) };
  }
  const session = outcome.kind === "saved" ? outcome.session : ctx.session;
  return { kind: "go", to: afterQuestion(session, { question, button: then, from }) };
}
