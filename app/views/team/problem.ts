const told = [
  "not-found",
  "not-allowed",
  "sign-in-needed",
  "setup-done",
  "changed-meanwhile",
  "record-changed",
  "too-large",
  "bad-request",
  "too-often",
  "not-saved",
  "link-expired",
] as const;

export type KnownProblem = (typeof told)[number] | "unexpected";

/** The words we have for a problem code; anything else is told as unexpected. */
export function knownProblem(code: string): KnownProblem {
  return told.find((known) => known === code) ?? "unexpected";
}
