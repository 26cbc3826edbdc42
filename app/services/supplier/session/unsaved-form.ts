import type { FieldError, Fields } from "#questionnaires/reading";

/** What was sent and could not be saved, and why: its page shows it again. */
export type UnsavedForm = {
  readonly fields: Fields;
  readonly errors: readonly FieldError[];
  /** The disk is full. */
  readonly notSaved: boolean;
  /** Somebody saved meanwhile what this was based on. */
  readonly conflict: boolean;
};

/** What became of a form that changed nothing. `blocked`: something else has to be settled first. */
export type UnsavedOutcome =
  | { readonly kind: "errors"; readonly errors: readonly FieldError[] }
  | { readonly kind: "conflict" | "blocked" | "not-saved" };

export function unsavedForm(fields: Fields, outcome: UnsavedOutcome): UnsavedForm {
  return {
    fields,
    errors: outcome.kind === "errors" ? outcome.errors : [],
    notSaved: outcome.kind === "not-saved",
    conflict: outcome.kind === "conflict",
  };
}
