import { Problem } from "#app/domain/problem";
import type { ServiceContext } from "#app/services/context/contexts";
import { listsFor } from "#app/services/supplier/fields/lists";
import { dropDraft } from "#app/services/supplier/question/draft";
import { type SavedAnswer, saveAnswer } from "#app/services/supplier/question/save-answer";
import {
  askedQuestion,
  type Intent,
  isOutdated,
  keepTyped,
  type SaveOutcome,
} from "#app/services/supplier/question/save-question";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { Answer, Row } from "#questionnaires/answers";
import type { Question, TablePart } from "#questionnaires/definition";
import { type Fields, readRow } from "#questionnaires/reading";
import { rowsOf } from "#scoring/answer-values";

export type TablePlace = { readonly question: Question; readonly part: TablePart; readonly rows: readonly Row[] };

/** A table of a question that is asked, with its rows as kept. @throws Problem "not-found" */
export function tableAt(session: SupplierSession, code: string, partId: string): TablePlace {
  const question = askedQuestion(session, code);
  const part = question.parts.find(({ id }) => id === partId);
  if (part?.type !== "table") throw new Problem("not-found");
  return { question, part, rows: rowsOf(session.file, code, partId) };
}

/**
 * Saves one row, a new one at the end. Rows of a table are one answer: `basedOn` is its revision.
 * @throws Problem "not-found" for a row that is gone
 */
export async function saveRow(
  ctx: ServiceContext,
  session: SupplierSession,
  place: TablePlace,
  { row, fields, basedOn, intent }: { row: string | undefined; fields: Fields; basedOn: number; intent: Intent },
): Promise<SaveOutcome> {
  const { question, part, rows } = place;
  const draft = rowDraft(place, row);
  if (row !== undefined && !rows.some(({ id }) => id === row)) throw new Problem("not-found");
  if (intent === "typing") {
    const outdated = row !== undefined && isOutdated(session, question.id, basedOn);
    return outdated ? { kind: "conflict" } : keepTyped(ctx, session, draft, fields);
  }
  const current = session.file.answers[question.id];
  const read = readRow(question, part, fields, { lists: listsFor(session), walk: session.walk, current, row });
  if (read.errors !== undefined) {
    return intent === "step-out" ? keepTyped(ctx, session, draft, fields) : { kind: "errors", errors: read.errors };
  }
  const kept: Row = { id: row ?? ctx.ids.next(), cells: read.cells };
  const changed = row === undefined ? [...rows, kept] : rows.map((one) => (one.id === row ? kept : one));
  // A new row takes nothing away from what others wrote, so it goes on top of whatever is newest.
  const base = row === undefined ? (session.file.revisions[question.id] ?? 0) : basedOn;
  const saved = await saveRows(ctx, session, place, { rows: changed, basedOn: base });
  if (saved.kind === "saved") await dropDraft(ctx, session, draft);
  return saved;
}

/** Where what is typed on a row's page is kept while it is not right. */
export function rowDraft({ question, part }: TablePlace, row: string | undefined): string {
  return `${question.id}.${part.id}.${row ?? "new"}`;
}

/** Takes one row away. @throws Problem "not-found" for a row that is gone */
export function removeRow(
  ctx: ServiceContext,
  session: SupplierSession,
  place: TablePlace,
  row: string,
): Promise<SavedAnswer> {
  if (!place.rows.some(({ id }) => id === row)) throw new Problem("not-found");
  const rows = place.rows.filter(({ id }) => id !== row);
  return saveRows(ctx, session, place, { rows, basedOn: session.file.revisions[place.question.id] ?? 0 });
}

/** Replaces the rows of a table. No rows left is an open question again, never "there are none". */
export function saveRows(
  ctx: ServiceContext,
  session: SupplierSession,
  { question, part }: TablePlace,
  { rows, basedOn }: { rows: readonly Row[]; basedOn: number },
): Promise<SavedAnswer> {
  const { unsure: _, value, ...rest } = session.file.answers[question.id] ?? {};
  const { [part.id]: __, ...others } = value ?? {};
  const changed = rows.length > 0 ? { ...others, [part.id]: rows } : others;
  const answer: Answer = Object.keys(changed).length > 0 ? { ...rest, value: changed } : rest;
  return saveAnswer(ctx, session, { question: question.id, answer, basedOn });
}
