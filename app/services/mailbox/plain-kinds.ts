import type { Mail } from "#db/records";

const plain: readonly Mail["kind"][] = ["invitation", "reminder", "receipt", "code"];

/** Whether a mail says nothing of any question, so that whatever quotes it may be read by everybody who reads mails. */
export function isPlainKind(kind: Mail["kind"]): boolean {
  return plain.includes(kind);
}
