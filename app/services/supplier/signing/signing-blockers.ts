import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import { contradictions, explanationOf, openQuestions } from "#questionnaires/walk";

/** Why answers cannot be signed yet, in the order of the questionnaire. */
export type SigningBlocker = { readonly kind: "open" | "contradiction"; readonly question: string };

/** What must be settled before signing; nothing left means that it can be signed. */
export function signingBlockers({ walk }: SupplierSession): readonly SigningBlocker[] {
  const open = openQuestions(walk).map(({ id }) => ({ kind: "open" as const, question: id }));
  const wrong = contradictions(walk)
    // One that is explained is right as it stands: the buyer reads why.
    .filter((one) => one.severity === "error" && explanationOf(walk, one) === undefined)
    .map(({ questions }) => ({ kind: "contradiction" as const, question: questions[0] ?? "" }));
  return [...open, ...wrong];
}
