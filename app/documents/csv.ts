/** What may stand in a cell. Numbers are written as numbers; absent is an empty cell. */
export type CsvCell = string | number | boolean | undefined;

/** Without it a spreadsheet guesses an old code page, and every name that is not Latin is spoiled. */
export const byteOrderMark = "\uFEFF";

const number = /^[+-]?\d+(\.\d+)?$/;
// Full-width signs too: a spreadsheet set to Japanese or Chinese reads them as the plain ones.
const startsFormula = /^[\s\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;
const needsQuotes = /[",\r\n\t]|^\s|\s$/;

/**
 * One line of a CSV file (RFC 4180). A text that a spreadsheet would run as a formula gets an apostrophe before it; a
 * text that is only a number, such as -5, stays one.
 */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(cell: CsvCell): string {
  if (cell === undefined) return "";
  if (typeof cell !== "string") return String(cell);
  const safe = !number.test(cell) && startsFormula.test(cell) ? `'${cell}` : cell;
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
