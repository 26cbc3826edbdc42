import { languageCookie } from "#app/i18n/language-cookie";
import { Problem } from "#app/problem";
import { type FormFields, fieldOf, revisionOf } from "#app/routes/supplier/form";
import type { SupplierContext } from "#app/services/context";
import { type SaveOutcome, saveQuestion } from "#app/services/supplier/question/save-question";
import { addressOf, type Sitting } from "#app/services/supplier/sitting";
import { afterQuestion } from "#app/services/supplier/way";
import { draftInWords, keptStatus, wishOf } from "./wish";

/** What became of the form of a question. */
export type Taken =
  /** All is kept: on to another page. */
  | { readonly kind: "go"; readonly to: string; readonly cookie?: string }
  /** The page saved by itself; its script is told how that went. */
  | { readonly kind: "kept"; readonly status: number }
  /** Something has to be shown, with what was typed. */
  | { readonly kind: "show"; readonly outcome: Extract<SaveOutcome, { kind: "errors" | "conflict" | "not-saved" }> };

/** Where a question's page was opened from. */
export function fromOf(fields: FormFields): string | undefined {
  return fieldOf(fields, "from") === "check" ? "check" : undefined;
}

/** Saves the form of a question and says what comes next. @throws Problem "too-large", and what saving throws */
export async function takeAnswer(
  ctx: SupplierContext,
  sitting: Sitting,
  question: string,
  fields: FormFields,
): Promise<Taken> {
  const { then, language, intent } = wishOf(fields);
  const outcome = await saveQuestion(ctx, sitting, { question, fields, basedOn: revisionOf(fields), intent });
  if (then === "typing") return { kind: "kept", status: keptStatus(outcome.kind) };
  if (outcome.kind === "too-large") throw new Problem("too-large", { limit: draftInWords });
  if (outcome.kind !== "saved" && outcome.kind !== "draft") return { kind: "show", outcome };
  const from = fromOf(fields);
  if (language) {
    const here = `${addressOf(sitting)}/${question}${from ? `?from=${from}` : ""}`;
    return { kind: "go", to: here, cookie: languageCookie(language, ctx.config) };
  }
  const now = outcome.kind === "saved" ? outcome.sitting : sitting;
  return { kind: "go", to: afterQuestion(now, { question, button: then, from }) };
}
