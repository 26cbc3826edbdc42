import { mayAnswer } from "#app/services/supplier/colleagues/own-sections";
import { atListPage, listPageIn, listPageOf } from "#app/services/supplier/rows/list/list-pages";
import type { Question } from "#questionnaires/definition";
import { nextQuestion, openQuestions } from "#questionnaires/walk";
import { rowsOf } from "#scoring/answer-values";
import { type Origin, withOrigin } from "./origin";
import { addressOf, type SupplierSession } from "./supplier-session";

/**
 * Where a person goes from a question's page. `button`: "leave", "ask", "evidence", `drop:<file>`, `row:<part>/<row>`, `lines:<page>`, or "" for going on;
 * `from`: the page that the question was opened from.
 */
export function afterQuestion(
  session: SupplierSession,
  { question, button, from }: { question: string; button: string; from?: Origin },
): string {
  const base = addressOf(session);
  if (button === "leave") return `${base}/left`;
  if (button === "ask") return withOrigin(`${base}/${question}/ask`, from);
  if (button.startsWith("drop:")) return `${withOrigin(`${base}/${question}`, from)}#evidence`;
  if (button === "evidence") return withOrigin(`${base}/${question}/evidence`, from);
  const lines = /^lines:(\d+)$/.exec(button)?.[1];
  if (lines) return atListPage(withOrigin(`${base}/${question}`, from), listPageIn(lines));
  // Only what a page of ours can have sent: a part and the rest of a row's address.
  const row = /^row:([a-z][a-z0-9-]*(?:\/[\w-]{1,80}){1}(?:\/remove)?)$/i.exec(button)?.[1];
  if (row) return withOrigin(`${base}/${question}/${row}`, from);
  // A table has rows that wait to be filled in: what was just chosen brought them, or they were too many for one page.
  if (hasMoreRows(session, question)) return withOrigin(`${base}/${question}`, from);
  if (from === "check") return `${base}/check`;
  const next = nextOwn(session, question);
  return next ? pageOf(session, next) : firstOpenQuestion(session) ? base : `${base}/check`;
}

/** The next question that is answered in this session: a colleague passes over the sections of others. */
function nextOwn(session: SupplierSession, after: string): Question | undefined {
  let next = nextQuestion(session.walk, after);
  while (next && !mayAnswer(session, next.id)) next = nextQuestion(session.walk, next.id);
  return next;
}

function hasMoreRows({ questionnaire, walk }: SupplierSession, id: string): boolean {
  const parts = questionnaire.questions.get(id)?.parts ?? [];
  return parts.some((part) => part.type === "table" && part.fill !== undefined) && walk.stateOf(id) === "partly";
}

/** The page on which a question begins: that of the first row, where most have just one and there is none yet. */
function pageOf(session: SupplierSession, { id, parts }: Question): string {
  const one = parts.find((part) => part.type === "table" && part.usuallyOne);
  const base = `${addressOf(session)}/${id}`;
  return one && rowsOf(session.file, id, one.id).length === 0 ? `${base}/${one.id}/new` : base;
}

/** Where a person goes after saving a row: on, where it is the one that most have, else as after any change of the table. */
export function afterRow(
  session: SupplierSession,
  { question, part, row }: { question: string; part: string; row?: string },
  from: Origin,
) {
  const table = session.questionnaire.questions.get(question)?.parts.find(({ id }) => id === part);
  const rows = rowsOf(session.file, question, part);
  const isOne = table?.type === "table" && table.usuallyOne && rows.length === 1;
  if (isOne && from === undefined && session.walk.stateOf(question) === "answered")
    return afterQuestion(session, { question, button: "" });
  const at = row === undefined ? rows.length - 1 : rows.findIndex(({ id }) => id === row);
  return afterTable(session, question, from, listPageOf(at));
}

/**
 * Where a person goes after changing the rows of a table: back to its question, or to the page that they came from. `page`: of a
 * long list, the one that shows what was changed.
 */
export function afterTable(session: SupplierSession, question: string, from: Origin, page = 1): string {
  const base = addressOf(session);
  return from === undefined ? atListPage(`${base}/${question}`, page) : `${base}/${from}`;
}

/** The first question that is still open in this session, in the order people see them. */
export function firstOpenQuestion(session: SupplierSession): string | undefined {
  return openQuestions(session.walk).find(({ id }) => mayAnswer(session, id))?.id;
}
