import type { AttestationDetails } from "#db/records";
import { openQuestions, type Walk } from "#questionnaires/walk";

type Corrected = { readonly file: Pick<AttestationDetails, "returned" | "revisions">; readonly walk: Walk };

/**
 * Whether a question may be answered where what was signed is asked about again: one that went back, one that was not asked when
 * it was signed, and, once the first are answered, one that a new answer leaves incomplete. All others stay as they were signed.
 */
export function isReopened({ file: { returned, revisions }, walk }: Corrected, question: string): boolean {
  if (!returned?.closed.includes(question)) return true;
  // What was signed is its first revision: it was left incomplete, and answered since.
  if ((revisions[question] ?? 0) > 1) return true;
  const open = openQuestions(walk).map(({ id }) => id);
  return open.includes(question) && !open.some((id) => returned.questions.includes(id));
}
