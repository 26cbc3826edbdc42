import type { ImportField } from "#terms/suppliers/import-fields";

/** How a file was read, and what each of its columns was taken for. */
export type ImportReading = {
  readonly encoding: string;
  readonly by: "mark" | "validity" | "plausibility" | "choice";
  readonly separator: string;
  readonly hasHeader: boolean;
  readonly mapping: Readonly<Partial<Record<ImportField, number>>>;
  readonly fileColumns: readonly string[];
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
