const told = [
  "not-found",
  "not-allowed",
  "sign-in-needed",
  "second-factor-needed",
  "staff-reads-only",
  "setup-done",
  "changed-meanwhile",
  "record-changed",
  "too-large",
  "bad-request",
  "too-often",
  "not-saved",
  "unavailable",
  "link-expired",
] as const;

export type KnownProblem = (typeof told)[number] | "unexpected";

/** The words we have for a problem code; anything else is told as unexpected. */
export function knownProblem(code: string): KnownProblem {
  return told.find((known) => known === code) ?? "unexpected";
}

/** What was typed into a field that could not be saved. */
export type TypedValue = { readonly name: string; readonly value: string };

/** What was typed, out of the answer to a form that could not be saved. */
export function typedOf(data: unknown): readonly TypedValue[] {
  const typed: unknown = typeof data === "object" && data !== null && "typed" in data ? data.typed : undefined;
  return Array.isArray(typed) ? typed.filter(isTypedValue) : [];
}

function isTypedValue(value: unknown): value is TypedValue {
  if (typeof value !== "object" || value === null || !("name" in value) || !("value" in value)) return false;
  return typeof value.name === "string" && typeof value.value === "string";
}
