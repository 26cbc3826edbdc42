/** A table that a person takes away. `lines` are as `csvLine` writes them, headings first, and can be gone through once. */
export type CsvFile = {
  readonly name: string;
  readonly lines: Iterable<string> | AsyncIterable<string>;
};

/** Characters that make a spreadsheet read a cell as a formula, full-width ones included. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;
/** A plain number, such as -5 or +3.2e4, is no formula and stays a number. */
const number = /^[+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i;

/** One cell of a CSV file that is safe to open in a spreadsheet: what could run as a formula begins with an apostrophe. */
export function csvCell(value: string | number | undefined): string {
  const text = value === undefined ? "" : String(value);
  const safe = formula.test(text) && !number.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvLine(cells: readonly (string | number | undefined)[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}
