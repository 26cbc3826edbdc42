import { stillStops } from "#app/services/answers/findings/findings";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import { openQuestions } from "#questionnaires/walk";
import type { FoundInSession } from "./findings/found";

/** Why answers cannot be signed yet, in the order of the questionnaire. */
export type SigningBlocker = { readonly kind: "open" | "contradiction"; readonly question: string };

/** What must be settled before signing; nothing left means that it can be signed. */
export function signingBlockers(
  { walk }: Pick<SupplierSession, "walk">,
  { findings, stands }: FoundInSession,
): readonly SigningBlocker[] {
  const open = openQuestions(walk).map(({ id }) => ({ kind: "open" as const, question: id }));
  const wrong = findings
    .filter((finding) => stillStops(stands, finding))
    .map(({ questions }) => ({ kind: "contradiction" as const, question: questions[0] ?? "" }));
  return [...open, ...wrong];
}
