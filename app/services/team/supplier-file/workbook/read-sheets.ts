import { type Cell, type CellValue, readXlsx, type Sheet } from "hucre/xlsx";
import { Problem } from "#app/domain/problem";
import { isoDay } from "#app/i18n/dates/days";
import { withoutGuard } from "#app/services/files/formula-guard";
import { decode } from "#app/services/team/supplier-file/decode";
import { hasEndlessLine, unsupportedKind } from "#app/services/team/supplier-file/file/file-kind";
import { cutCell, readRows, withoutControls } from "#app/services/team/supplier-file/rows";
import { failedFormula, type ReadSheet } from "#questionnaires/workbook/sheets";
import { isZip } from "./read-workbook";
import { isSafeWorkbook } from "./unpacked-size";

/** More than a filled-in questionnaire has: a sheet a section and a table, at most 200 rows each. */
const most = { sheets: 100, rows: 20_000, cells: 200_000 };

/** What a formula shows that could not be worked out. */
const failed = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/;

/**
 * All sheets of a workbook, or the one that a text is, with cells as text: a day as ISO 8601, a share as `40%`, a formula as
 * what it came to. What a guard stood before is as it was typed.
 * @throws Problem "too-large" for more than any questionnaire has; "bad-request" for what is neither workbook nor text
 */
export async function readSheets(bytes: Uint8Array): Promise<readonly ReadSheet[]> {
  if (isZip(bytes)) return readBook(bytes);
  if (unsupportedKind(bytes) || hasEndlessLine(bytes)) throw new Problem("bad-request");
  const { rows } = await readRows(decode(bytes).text);
  const lines: string[][] = [];
  for (const { number, cells } of rows) lines[number - 1] = cells.map(withoutGuard);
  return limited([{ name: "CSV", rows: Array.from(lines, (line) => line ?? []) }]);
}

async function readBook(bytes: Uint8Array): Promise<readonly ReadSheet[]> {
  if (!(await isSafeWorkbook(bytes))) throw new Problem("bad-request");
  let sheets: readonly Sheet[];
  try {
    ({ sheets } = await readXlsx(bytes, { readStyles: true }));
  } catch {
    throw new Problem("bad-request");
  }
  return limited(
    sheets.map(({ name, rows, cells }) => ({
      name: withoutControls(name).slice(0, 100),
      rows: rows.map((row, at) => row.map((value, column) => textOf(value, cells?.get(`${at},${column}`)))),
    })),
  );
}

function limited(sheets: readonly ReadSheet[]): readonly ReadSheet[] {
  const rows = sheets.flatMap((sheet) => sheet.rows);
  const filled = rows.reduce((sum, row) => sum + row.filter((cell) => cell !== "").length, 0);
  if (sheets.length > most.sheets || filled > most.cells) throw new Problem("too-large");
  if (rows.filter((row) => row.some((cell) => cell !== "")).length > most.rows) throw new Problem("too-large");
  return sheets;
}

function textOf(value: CellValue | undefined, cell: Cell | undefined): string {
  const isFormula = cell?.formula !== undefined && (value === null || value === undefined);
  const shown = isFormula ? (cell.formulaResult ?? failedFormula) : value;
  if (shown instanceof Date) return Number.isNaN(shown.getTime()) ? "" : isoDay(shown);
  if (typeof shown === "boolean") return shown ? "TRUE" : "FALSE";
  if (typeof shown === "number") return figure(shown, cell?.style?.numFmt?.includes("%") ?? false);
  const text = cutCell(withoutControls(String(shown ?? "")));
  return failed.test(text.trim()) ? failedFormula : withoutGuard(text);
}

/** A figure as it is read in the cell, without the dust of a spreadsheet's arithmetic. */
function figure(value: number, isShare: boolean): string {
  return isShare ? `${Number((value * 100).toPrecision(12))}%` : String(Number(value.toPrecision(15)));
}
