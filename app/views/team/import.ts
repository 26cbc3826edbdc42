import type { ImportField } from "#terms/suppliers/import-fields";

/** A way that a file may be read, with names from it as they would stand there. */
export type ImportEncoding = { readonly encoding: string; readonly name: string; readonly names: readonly string[] };

/** A cell of a column, and what it became: nothing where the cell says that it holds nothing. */
export type ImportSample = { readonly cell: string; readonly became: string; readonly understood: boolean };

/** A column of the file: what it was read as, how sure that is, and what its cells became. */
export type ImportColumn = {
  readonly at: number;
  readonly heading: string;
  readonly field?: ImportField;
  readonly sureness: "sure" | "likely" | "ask" | "chosen" | "none";
  /** The question, where it is asked about. */
  readonly question?: string;
  /** What it would be else, as one press chooses it. */
  readonly instead?: ImportField;
  readonly filled: number;
  readonly samples: readonly ImportSample[];
};

/** A field that no column of the file holds, and the columns that may hold it after all. */
export type ImportMissing = {
  readonly field: ImportField;
  readonly mayBe: readonly { readonly at: number; readonly heading: string; readonly sample: string }[];
};

/** How a file was read, and everything about it that can be chosen otherwise. */
export type ImportReading = {
  readonly encoding: string;
  readonly encodings: readonly { readonly encoding: string; readonly name: string }[];
  readonly by: "mark" | "ascii" | "validity" | "plausibility" | "unsure" | "choice" | "workbook";
  /** The best readings where it is not sure which is right. */
  readonly offered: readonly ImportEncoding[];
  /** Name of the language that the names look like. */
  readonly looksLike?: string;
  readonly separator: string;
  readonly hasHeader: boolean;
  readonly columns: readonly ImportColumn[];
  /** Columns of the file that are not shown, of very many. */
  readonly moreColumns: number;
  readonly missing: readonly ImportMissing[];
  readonly countries: readonly { readonly code: string; readonly name: string }[];
  readonly oneCountry?: string;
};

export type ImportProblemLine = {
  readonly row: number;
  readonly column: string;
  readonly text: string;
  readonly refuses: boolean;
  /** The cell as it is chosen by, and the countries that may have been meant, nearest first; none where one is chosen. */
  readonly countries?: {
    readonly cell: string;
    readonly meant: readonly { readonly code: string; readonly name: string }[];
  };
};

export type ImportRowLine = {
  readonly number: number;
  readonly happens: "added" | "changed" | "unchanged" | "refused" | "contact";
  readonly cells: readonly string[];
};
