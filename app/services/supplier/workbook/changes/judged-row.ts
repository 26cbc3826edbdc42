import { bareText } from "#app/i18n/page-text";
import { namedOptions } from "#app/services/supplier/paste/option-names";
import { cellText } from "#app/services/supplier/workbook/file/cell-words";
import type { PartValue, Row } from "#questionnaires/answers";
import type { Column } from "#questionnaires/definition";
import { isChoice, type TableBox } from "#questionnaires/workbook/boxes";
import { type Finding, type FindingKind, type JudgedCell, type Judging, mostOffered } from "./proposal";
import { type ReadCell, readSimple } from "./read-cell";
import type { SentRow } from "./sent-cells";

/** A cell of a row beside what it reads as; what becomes of it is found out with the rest of its row. */
export type JudgedColumn = {
  readonly column: Column;
  readonly cell: JudgedCell;
  readonly typed: string;
  readonly read: ReadCell;
  kind: FindingKind;
  error?: Finding["error"];
};

/** A row of the file beside the row that it is about; undefined where it is a new one. */
export type JudgedRow = {
  readonly line: SentRow;
  readonly kept: Row | undefined;
  readonly columns: readonly JudgedColumn[];
};

/** By which the form of the preview names a row of a file, and its cells after a full stop. */
export function rowBox({ id }: Pick<TableBox, "id">, { row, sheet, cell }: SentRow): string {
  return `${id}.${row ?? `${sheet}!${cell}`}`;
}

export function readColumns(judging: Judging, table: TableBox, line: SentRow): readonly JudgedColumn[] {
  return table.part.columns.flatMap((column): readonly JudgedColumn[] => {
    const cell = line.cells.get(column.id);
    if (cell === undefined) return [];
    const typed = judging.settled.fixes.get(`${rowBox(table, line)}.${column.id}`) ?? cell.typed;
    const names = { at: `${table.id}.${column.id}`, key: `${table.id}.column.${column.id}` };
    const read = readSimple(judging, column, names, typed);
    const kind = read.error === undefined ? "change" : "invalid";
    return [{ column, cell, typed, read, kind, error: read.error }];
  });
}

/** What becomes of the cells of a row, in words: a new row is one finding, with those of its cells that were not taken. */
export function findingsOfRow(judging: Judging, table: TableBox, row: JudgedRow): readonly Finding[] {
  const { line, kept, columns } = row;
  const added = kept === undefined ? columns.filter(({ kind }) => kind === "change") : [];
  const others = columns.filter((one) => !added.includes(one)).map((one) => cellFinding(judging, table, row, one));
  if (added.length === 0) return others;
  const texts = added.map(({ column, read }) =>
    read.error === undefined ? text(judging, table, column, read.value) : "",
  );
  const after = texts.join(", ");
  const finding: Finding = {
    kind: "change",
    sheet: line.sheet,
    cell: line.cell,
    box: rowBox(table, line),
    question: table.question.id,
    label: judging.words.t("supplier:workbook.changes.newLine", { name: tableName(judging, table) }),
    typed: after,
    after,
  };
  return [finding, ...others];
}

function cellFinding(
  judging: Judging,
  table: TableBox,
  { line, kept }: JudgedRow,
  { column, cell, typed, read, kind, error }: JudgedColumn,
): Finding {
  const { words } = judging;
  const before = kept?.cells[column.id];
  return {
    kind,
    sheet: cell.sheet,
    cell: cell.cell,
    box: `${rowBox(table, line)}.${column.id}`,
    question: table.question.id,
    label: `${rowName(judging, table, kept)}, ${bareText(words.say(`${table.id}.column.${column.id}`))}`,
    typed,
    ...(before === undefined ? {} : { before: text(judging, table, column, before) }),
    ...(read.error === undefined ? { after: text(judging, table, column, read.value) } : { days: read.days }),
    ...(error === undefined ? {} : { error, options: optionsOf(judging, table, column) }),
  };
}

function rowName(judging: Judging, table: TableBox, kept: Row | undefined): string {
  const named = table.part.columns.find(({ id }) => id === table.part.named);
  const name = named && kept?.cells[named.id];
  return named === undefined || name === undefined ? tableName(judging, table) : text(judging, table, named, name);
}

function tableName({ words }: Judging, { id, question }: TableBox): string {
  return bareText(words.find(id) ?? words.say(`${question.id}.short`));
}

function optionsOf({ session, words }: Judging, table: TableBox, column: Column): Finding["options"] {
  if (!isChoice(column) || column.type === "many") return undefined;
  const all = namedOptions(session, column, `${table.id}.column.${column.id}`, words);
  return all.length > mostOffered ? undefined : all;
}

function text(judging: Judging, table: TableBox, column: Column, value: PartValue): string {
  return String(cellText(judging, column, `${table.id}.column.${column.id}`, value));
}
