import type { PageLine } from "#app/i18n/page-text";
import { itemsLine, labelLine } from "#app/i18n/writing/lines";
import type { FieldContext } from "#app/services/supplier/fields/controls";
import type { TableView } from "#app/views/supplier/controls";
import type { PrintedField } from "#app/views/supplier/signing/answers";
import type { Question, TablePart } from "#questionnaires/definition";
import { printedOption } from "./printed-option";

type PrintedTable = Omit<Extract<PrintedField, { kind: "table" }>, "id" | "label" | "hint" | "optional" | "note">;

/** A table on paper: its rows, or every column while there are none, and what can be chosen in a column. */
export function printedTable(
  question: Question,
  part: TablePart,
  { rows, head, totals }: TableView,
  { words, fields }: FieldContext,
): PrintedTable {
  const at = `${question.id}.${part.id}`;
  const all = part.columns.map(({ id }) => words.say(`${at}.column.${id}`));
  const none = words.find(`${at}.none`);
  return {
    kind: "table",
    head: rows.length > 0 ? head : all,
    rows: rows.map(({ name, cells }): readonly PageLine[] => [name, ...cells]),
    ...(totals ? { totals } : {}),
    choices: part.columns.flatMap((column) => {
      if (!("options" in column) || !column.options) return [];
      const key = `${at}.column.${column.id}`;
      const options = column.options.map((id) => words.say(`${key}.option.${id}`));
      return [labelLine(words.say(key), itemsLine(options, words.ui), words.ui)];
    }),
    ...(part.min === 0 && none && rows.length === 0
      ? { none: printedOption({ label: none, on: fields.has(`${at}.none`) }) }
      : {}),
  };
}
