import { type Cell, type CellStyle, type DataValidation, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { withGuard } from "#app/services/files/formula-guard";
import {
  cellName,
  columnLetters,
  type Sheet,
  type SheetBook,
  type SheetCell,
  type SheetList,
} from "#questionnaires/workbook/sheets";

const listsSheet = "Avow lists";

type Styles = Readonly<Record<SheetCell["kind"] | "typed", CellStyle>>;

function stylesOf(rightToLeft: boolean): Styles {
  const wrap = { vertical: "top", wrapText: true } as const;
  // A program goes by the first letter of a cell else, and a question in Arabic begins with its Latin code.
  const told = { ...wrap, ...(rightToLeft && ({ horizontal: "right", readingOrder: "rtl" } as const)) };
  const edge = { style: "thin", color: { rgb: "999999" } } as const;
  const open: CellStyle = {
    alignment: { ...wrap, ...(rightToLeft && ({ horizontal: "right" } as const)) },
    protection: { locked: false },
    border: { bottom: edge, top: edge },
  };
  return {
    // Filled, because what is wider than its cell would show beside a hidden column.
    code: { font: { color: { rgb: "666666" }, size: 9 }, alignment: { vertical: "top", horizontal: "fill" } },
    told: { alignment: told, fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "F3F1EC" } } },
    heading: { font: { bold: true }, alignment: told },
    open,
    // Kept as it is typed: `00042` stays a text, and no program makes a day of `3/4`.
    typed: { ...open, numFmt: "@" },
  };
}

/** On paper all columns stand beside each other, below their headings on every sheet. */
const onPaper = { paperSize: "a4", orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const;

/**
 * The bytes of a workbook (Office Open XML). Only cells for answers can be typed in until somebody lifts the protection, which
 * has no password. @param direction of the language: sheets of Arabic run from right to left
 */
export function writeWorkbook(book: SheetBook, direction: "ltr" | "rtl"): Promise<Uint8Array> {
  const rightToLeft = direction === "rtl";
  const ranges = new Map(book.lists.map((list, at) => [list.name, rangeOf(list, at)]));
  const sheets = book.sheets.map((sheet) => sheetOf(sheet, ranges, rightToLeft));
  return writeXlsx({ sheets: [...sheets, listsOf(book.lists)], properties: { creator: "Avow" } });
}

function sheetOf(sheet: Sheet, ranges: ReadonlyMap<string, string>, rightToLeft: boolean): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const styles = stylesOf(rightToLeft);
  const validations: DataValidation[] = [];
  sheet.rows.forEach((row, at) => {
    row.forEach(({ value, kind, takes, list }, column) => {
      const style = styles[kind === "open" && takes === "text" ? "typed" : kind];
      // Empty cells are written too: one that is not in the file is locked.
      cells.set(`${at},${column}`, { value: typeof value === "string" ? guarded(value) : value, style });
      const range = list === undefined ? undefined : ranges.get(list);
      if (range !== undefined) validations.push(validationOf(cellName(at, column), range));
    });
  });
  return {
    name: sheet.name,
    columns: sheet.columns.map(({ width, hidden }) => ({ width, ...(hidden ? { hidden } : {}) })),
    rows: sheet.rows.map((row) =>
      row.map(({ value }) => (value === "" ? null : typeof value === "string" ? guarded(value) : value)),
    ),
    cells,
    rowDefs: new Map([[0, { hidden: true }]]),
    dataValidations: joinedRanges(validations),
    freezePane: { rows: sheet.headings },
    protection: { sheet: true, formatColumns: false, formatRows: false, sort: false, insertRows: false },
    pageSetup: { ...onPaper, ...(sheet.headings > 0 && { printTitlesRow: `$1:$${sheet.headings}` }) },
    view: { rightToLeft },
    ...(sheet.hidden ? { hidden: true } : {}),
  };
}

function guarded(text: string): string | null {
  return text === "" ? null : withGuard(text);
}

/** Lists help to choose and refuse nothing: what is typed in another language is understood too. */
function validationOf(range: string, formula1: string): DataValidation {
  return { type: "list", formula1, range, allowBlank: true, showErrorMessage: false };
}

/** One rule for all cells of a column that lie below each other and take the same list. */
function joinedRanges(validations: readonly DataValidation[]): DataValidation[] {
  const byColumn = new Map<string, DataValidation[]>();
  for (const one of validations) {
    const key = `${one.range.replace(/\d+$/, "")} ${one.formula1}`;
    byColumn.set(key, [...(byColumn.get(key) ?? []), one]);
  }
  return [...byColumn.values()].flatMap((same) => {
    const runs: { first: string; last: string }[] = [];
    for (const { range } of same) {
      const run = runs.at(-1);
      if (run && rowOf(range) === rowOf(run.last) + 1) run.last = range;
      else runs.push({ first: range, last: range });
    }
    return runs.map(({ first, last }) =>
      validationOf(first === last ? first : `${first}:${last}`, same[0]?.formula1 ?? ""),
    );
  });
}

function rowOf(range: string): number {
  return Number(/\d+$/.exec(range)?.[0] ?? 0);
}

function rangeOf(list: SheetList, at: number): string {
  if ("from" in list) return list.from;
  const column = columnLetters(at);
  return `'${listsSheet}'!$${column}$2:$${column}$${list.labels.length + 1}`;
}

/** What cells are chosen from, a column a list, on a sheet that nobody needs to see. */
function listsOf(lists: readonly SheetList[]): WriteSheet {
  const columns = lists.map((list) => ("labels" in list ? list.labels : []));
  const longest = Math.max(0, ...columns.map(({ length }) => length));
  const rows = Array.from({ length: longest }, (_, at) => columns.map((labels) => guarded(labels[at] ?? "")));
  return { name: listsSheet, rows: [["avow:lists"], ...rows], hidden: true };
}
