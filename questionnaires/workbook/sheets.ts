/**
 * A workbook as plain sheets: what is written into a file and what is read from one. No program for spreadsheets is known here.
 */

/** Marks of the first row of a sheet, by which columns are known again wherever they were moved. */
export const columnMarks = {
  id: "avow:id",
  question: "avow:question",
  hint: "avow:hint",
  answer: "avow:answer",
  unsure: "avow:unsure",
  comment: "avow:comment",
  /** What each cell of the row said when the file was made: see `marksIn`. */
  seen: "avow:seen",
  /** The id of a row of a table. */
  row: "avow:row",
  /** First cell of the sheet that says what the file is about. */
  about: "avow:about",
} as const;

/** What the file is about, by name: beside these, `E2` and the like have the revision that an answer had. */
export const aboutNames = ["questionnaire", "version", "reference", "language"] as const;

/** A cell that somebody may fill in, or one that is only read. */
export type SheetCell = {
  readonly value: string | number;
  /** `open`: an answer; `told`: words of ours; `heading`; `code`: an id. */
  readonly kind: "open" | "told" | "heading" | "code";
  /** What an open cell takes: text is kept as it is typed, a figure as a figure. */
  readonly takes?: "text" | "figure" | "date";
  /** Name of the list that it is chosen from. */
  readonly list?: string;
};

type SheetColumn = { readonly width: number; readonly hidden?: true };

export type Sheet = {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** Rows at the top that stay in sight; the first of them is for programs and hidden. */
  readonly headings: number;
  /** A sheet that only programs read. */
  readonly hidden?: true;
};

/** A list to choose from. `from`: cells of another sheet, such as `'B1'!$C$3:$C$202`, in the place of labels. */
export type SheetList = { readonly name: string } & (
  | { readonly labels: readonly string[] }
  | { readonly from: string }
);

export type SheetBook = { readonly sheets: readonly Sheet[]; readonly lists: readonly SheetList[] };

/** What a cell is read as whose formula has no result that counts. */
export const failedFormula = "#VALUE!";

/** A sheet as it came back: cells as text, rows and columns from the first on. */
export type ReadSheet = { readonly name: string; readonly rows: readonly (readonly string[])[] };

/** The letters of a column that is counted from 0: A, Z, AA. */
export function columnLetters(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : columnLetters(Math.floor(column / 26) - 1) + rest;
}

/** `C14` for the third column of the fourteenth row, both counted from 0. */
export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}
