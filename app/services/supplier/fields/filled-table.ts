import type { FilledTableView } from "#app/views/supplier/controls";
import type { Question, TablePart } from "#questionnaires/definition";
import type { FieldError } from "#questionnaires/reading";
import { columnField } from "./column-field";
import type { FieldContext } from "./controls";
import { rowsToFill, sourceWords } from "./filled-rows";

/** Most rows that stand on the page of their question; more have a list, and a page each. */
const mostOnPage = 12;

/** A table that fills itself, with its rows to be filled in where they stand; undefined for other tables and for long ones. */
export function filledTableView(
  question: Question,
  part: TablePart,
  context: FieldContext,
  errors: readonly FieldError[],
): FilledTableView | undefined {
  const { session, words } = context;
  const { fill } = part;
  if (fill === undefined) return undefined;
  const rows = rowsToFill(session, question.id, part, fill);
  if (rows.length === 0 || rows.length > mostOnPage) return undefined;
  const at = `${question.id}.${part.id}`;
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
  };
}
