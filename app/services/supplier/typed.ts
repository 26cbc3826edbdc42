import type { FieldError, Fields } from "#questionnaires/reading";

/** What was sent and could not be saved, and why: its page shows it again. */
export type Typed = {
  readonly fields: Fields;
  readonly errors: readonly FieldError[];
  /** The disk is full. */
  readonly notSaved: boolean;
  /** Somebody saved meanwhile what this was based on. */
  readonly conflict: boolean;
};

/** What became of a form that changed nothing. `hindered`: something else has to be settled first. */
export type Unsaved =
  | { readonly kind: "errors"; readonly errors: readonly FieldError[] }
  | { readonly kind: "conflict" | "hindered" | "not-saved" };

export function typedAgain(fields: Fields, outcome: Unsaved): Typed {
  return {
    fields,
    errors: outcome.kind === "errors" ? outcome.errors : [],
    notSaved: outcome.kind === "not-saved",
    conflict: outcome.kind === "conflict",
  };
}
