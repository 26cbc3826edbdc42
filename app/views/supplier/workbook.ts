import type { FrameView } from "./frame";

/** The page from which a questionnaire is taken away as a file, and where the file is handed in. */
export type WorkbookView = {
  readonly frame: FrameView;
  readonly workbook: string;
  readonly answersCsv: string;
  readonly tables: readonly { readonly name: string; readonly href: string }[];
  /** Media types and endings that the browser offers. */
  readonly accept: string;
  /** `5 MB`. */
  readonly most: string;
  /** How many answers were just saved, in words. */
  readonly note?: string;
  /** Why a file was not read. */
  readonly refused?: string;
};

/** One cell that somebody has to look at. `name`: of its field in the form. */
export type NeedView = {
  readonly name: string;
  readonly label: string;
  readonly place: string;
  readonly problem: string;
  readonly control:
    | { readonly kind: "text"; readonly value: string; readonly isLong: boolean }
    | { readonly kind: "list"; readonly options: readonly { readonly id: string; readonly label: string }[] }
    | {
        readonly kind: "sides";
        readonly options: readonly {
          readonly value: string;
          readonly label: string;
          readonly note?: string;
          readonly on: boolean;
        }[];
      };
};

export type ChangeView = {
  readonly key: string;
  readonly label: string;
  readonly place: string;
  readonly before?: string;
  readonly after: string;
};

export type ChangesView = {
  readonly frame: FrameView;
  readonly lead: string;
  /** The file, for the form to bring back. */
  readonly file: string;
  readonly notes: readonly string[];
  readonly notSaved: boolean;
  readonly need: readonly NeedView[];
  readonly changes: readonly ChangeView[];
  readonly alone: readonly string[];
  readonly aloneCount: number;
  readonly back: string;
};
