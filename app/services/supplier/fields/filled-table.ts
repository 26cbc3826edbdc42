import { tableView } from "#app/services/supplier/rows/list/table-view";
import { totalsLines } from "#app/services/supplier/rows/list/totals-lines";
import type { FilledTableView } from "#app/views/supplier/controls";
import type { Row } from "#questionnaires/answers";
import type { Question, TablePart } from "#questionnaires/definition";
import type { FieldError } from "#questionnaires/reading";
import { isWholeRow } from "#questionnaires/types/row-cells";
import { columnField } from "./column-field";
import type { FieldContext } from "./controls";
import { rowsToFill, sourceWords } from "./filled-rows";

/** Most rows that stand on the page of their question at once. */
const mostOnPage = 12;

/**
 * A table that fills itself, with its rows to be filled in where they stand. Of a long one the next rows that are not filled in;
 * undefined once all are, and for other tables.
 */
export function filledTableView(
  question: Question,
  part: TablePart,
  context: FieldContext,
  errors: readonly FieldError[],
): FilledTableView | undefined {
  const { session, words } = context;
  const { fill } = part;
  if (fill === undefined) return undefined;
  const at = `${question.id}.${part.id}`;
  const all = rowsToFill(session, question.id, part, fill);
  const rows = rowsOnPage(part, all, context.fields.get(`${at}.rows`));
  if (rows.length === 0) return undefined;
  const asked = part.columns.filter(({ id }) => id !== fill.into);
  return {
    kind: "filled",
    name: `${at}.rows`,
    rows: rows.map((row) => ({
      id: row.id,
      ...sourceWords(session, part, fill, row, words),
      fields: asked.map((column) => columnField(question, part, column, context, errors, `${at}.${row.id}`)),
    })),
    ...(fill.more ? { add: { value: `row:${part.id}/new`, label: words.say(`${at}.add`) } } : {}),
    ...(rows.length < all.length ? { whole: wholeTable(question, part, all, context) } : {}),
    fit: totalsLines(session, { question, part }, words),
  };
}

/** @param typed ids of the rows that a page showed which is shown again */
function rowsOnPage({ columns }: TablePart, all: readonly Row[], typed: readonly string[] | undefined): readonly Row[] {
  if (all.length <= mostOnPage) return all;
  const again = all.filter(({ id }) => typed?.includes(id));
  const rows = again.length > 0 ? again : all.filter((row) => !isWholeRow(columns, row));
  return rows.slice(0, mostOnPage);
}

function wholeTable(question: Question, part: TablePart, all: readonly Row[], context: FieldContext) {
  const done = all.filter((row) => isWholeRow(part.columns, row)).length;
  return {
    progress: context.words.t("supplier:tasks.answered", { done, all: all.length }),
    // What it comes to stands above the rows already.
    list: { ...tableView(context.session, question, part, context), fit: [] },
    open: (context.lines ?? 1) > 1,
  };
}
