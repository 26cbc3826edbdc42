import { nextQuestion, openQuestions } from "#questionnaires/walk";
import { type Origin, withOrigin } from "./origin";
import { addressOf, type SupplierSession } from "./supplier-session";

/**
 * Where a person goes from a question's page. `button`: "leave", "evidence", `row:<part>/<row>`, or "" for going on;
 * `from`: the page that the question was opened from.
 */
export function afterQuestion(
  session: SupplierSession,
  { question, button, from }: { question: string; button: string; from?: Origin },
): string {
  const base = addressOf(session);
  if (button === "leave") return `${base}/left`;
  if (button === "evidence") return withOrigin(`${base}/${question}/evidence`, from);
  // Only what a page of ours can have sent: a part and the rest of a row's address.
  const row = /^row:([a-z][a-z0-9-]*(?:\/[\w-]{1,80}){1}(?:\/remove)?)$/i.exec(button)?.[1];
  if (row) return withOrigin(`${base}/${question}/${row}`, from);
  if (from === "check") return `${base}/check`;
  const next = nextQuestion(session.walk, question);
  return next ? `${base}/${next.id}` : firstOpenQuestion(session) ? base : `${base}/check`;
}

/** Where a person goes after changing the rows of a table: back to its question, or to the page that they came from. */
export function afterTable(session: SupplierSession, question: string, from: Origin): string {
  return from === undefined ? `${addressOf(session)}/${question}` : `${addressOf(session)}/${from}`;
}

/** The first question that is still open, in the order people see them. */
export function firstOpenQuestion({ walk }: SupplierSession): string | undefined {
  return openQuestions(walk)[0]?.id;
}
