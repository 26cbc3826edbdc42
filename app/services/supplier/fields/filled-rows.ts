import { labelLine } from "#app/i18n/writing/lines";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { Row } from "#questionnaires/answers";
import type { Fill, TablePart } from "#questionnaires/definition";
import { filledRows, fillKeys } from "#questionnaires/types/filled-rows";
import { cellNumber, rowsOf } from "#scoring/answer-values";
import { listOptions } from "./list-options";

/** The rows of a table that fills itself, with those that nobody saved yet. */
export function rowsToFill(session: SupplierSession, question: string, part: TablePart, fill: Fill): readonly Row[] {
  const rows = rowsOf(session.walk, question, part.id);
  return filledRows(fill, fillKeys(fill, session.walk.answers) ?? [], rows);
}

/** Says what each row of a table that fills itself is about, in words. */
export function sourceNames(
  session: SupplierSession,
  part: TablePart,
  fill: Fill,
  words: PageTexts,
): (row: Row) => string {
  const column = part.columns.find(({ id }) => id === fill.into);
  const list = column !== undefined && "list" in column ? column.list : undefined;
  const labels = new Map(list && listOptions(session, list, words).map(({ id, label }) => [id, label]));
  return ({ cells }) => labels.get(String(cells[fill.into])) ?? String(cells[fill.into]);
}

/** What a row is about, and what is known of that, in words. */
export function sourceWords(session: SupplierSession, part: TablePart, fill: Fill, filled: Row, words: PageTexts) {
  const source = String(filled.cells[fill.into]);
  const name = sourceNames(session, part, fill, words)(filled);
  const row = rowsOf(session.walk, fill.question, fill.part).find(({ id }) => id === source);
  if (fill.beside === undefined || row?.cells[fill.beside] === undefined) return { name };
  const label = words.say(`${fill.question}.${fill.part}.column.${fill.beside}`);
  const figure = new Intl.NumberFormat(words.ui, { numberingSystem: "latn" }).format(cellNumber(row, fill.beside));
  return { name, note: labelLine(label, figure, words.ui) };
}
