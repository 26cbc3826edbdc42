import { type LanguageOffer, type LanguageTag, offeredLanguage } from "#app/i18n/languages";
import { type FormFields, fieldOf } from "#app/routes/supplier/requests/form-fields";
import type { Intent } from "#app/services/supplier/question/save-question";

/** What a person wants of a page, told by the button that sent it. */
export type SubmitIntent = { readonly then: string; readonly language?: LanguageTag; readonly intent: Intent };

export function submitIntent(fields: FormFields, offer: LanguageOffer): SubmitIntent {
  const then = fieldOf(fields, "then");
  const language = offeredLanguage(offer, fieldOf(fields, "language"));
  if (then === "typing") return { then, intent: "typing" };
  const goesOn = (then === "" || then === "another") && !language;
  return { then, language, intent: goesOn ? "go-on" : "step-out" };
}

/** Most that is kept of a page that is not right yet. */
export const draftLimitText = "64 kB";

/** The status by which the page's script is told what became of a page that saved by itself. */
export function autosaveStatus(kind: string): number {
  if (kind === "saved") return 200;
  if (kind === "draft") return 204;
  if (kind === "conflict") return 409;
  return kind === "too-large" ? 413 : 507;
}
