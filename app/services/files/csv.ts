import { withGuard } from "./formula-guard";
import type { Cell } from "./workbook";

/** A table that a person takes away. `lines` are as `csvLine` writes them, one or some in a text, headings first, and can be gone through once. */
export type CsvFile = {
  readonly name: string;
  readonly lines: Iterable<string> | AsyncIterable<string>;
};

/** Texts that are safe as they are, as most are: one look instead of four (bench `export.csv.rows_per_s`). */
const plain = /^\w(?:[\w .:/()-]*[\w.)])?$/;

/** One cell of a CSV file that is safe to open in a spreadsheet: what could run as a formula begins with an apostrophe. */
export function csvCell(value: Cell): string {
  if (typeof value === "number") return String(value);
  if (value === undefined) return "";
  const text = value instanceof Date ? value.toISOString() : value;
  if (plain.test(text)) return text;
  const safe = withGuard(text);
  return /[",;\t\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvLine(cells: readonly Cell[]): string {
  let line = "";
  let mark = "";
  // Put together at once: a list of texts for each line took longer (`export.csv.rows_per_s`).
  for (const cell of cells) {
    line += mark + csvCell(cell);
    mark = ",";
  }
  return `${line}\r\n`;
}

/** The lines of a table of which some rows come at a time: as many lines in one text. */
export async function* manyLinesOf(rows: AsyncIterable<readonly (readonly Cell[])[]>): AsyncGenerator<string> {
  for await (const some of rows) yield some.map(csvLine).join("");
}

/** The lines of a table. */
export async function* linesOf(rows: AsyncIterable<readonly Cell[]>): AsyncGenerator<string> {
  for await (const row of rows) yield csvLine(row);
}
