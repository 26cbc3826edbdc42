import type { PageLine, PageText } from "#app/i18n/page-text";

export type OptionView = {
  readonly value: string;
  readonly label: PageText;
  readonly note?: PageText;
  /** A second note, on a line of its own. */
  readonly more?: PageText;
  /** Shown below the option while it is chosen. */
  readonly opened?: PageText;
  readonly on: boolean;
  /** Numbers of the fields that choosing it opens; see `FieldView.when`. */
  readonly opens?: string;
};

export type ChoicesView = {
  readonly kind: "choices";
  readonly type: "radio" | "checkbox";
  readonly name: string;
  readonly options: readonly OptionView[];
};

export type MatrixRowView = {
  readonly name: string;
  readonly label: PageText;
  readonly error?: string;
  readonly options: readonly OptionView[];
};

export type RowView = {
  readonly id: string;
  readonly name: PageLine;
  /** What else is in the row, in words. */
  readonly cells: readonly PageLine[];
};

/** What a table comes to so far, beside another answer that it must fit. */
export type TotalsView = {
  /** Question of the other answer. */
  readonly code: string;
  readonly lines: readonly PageLine[];
  /** Where exactly the two do not fit. */
  readonly wrong: readonly string[];
  readonly fits: boolean;
};

/** The lines of a long list that stand on the page, and buttons to the others. */
export type ListPagesView = readonly {
  readonly label: string;
  /** Value of the button that shows them. */
  readonly value: string;
  readonly current: boolean;
}[];

export type TableView = {
  readonly kind: "table";
  /** Where rows are added, changed and pasted: an address without a slash at its end. */
  readonly href: string;
  readonly part: string;
  readonly head: readonly PageText[];
  /** All, or those of the current page. */
  readonly rows: readonly RowView[];
  /** How many there are. */
  readonly count: number;
  /** Absent where all stand on one page. */
  readonly pages?: ListPagesView;
  readonly fit: readonly TotalsView[];
  readonly full: boolean;
  /** As many rows as there can be. */
  readonly most: number;
  /** Sums of columns, one text a column after the first; empty where a column is not summed. */
  readonly totals?: readonly string[];
  readonly add: PageText;
  /** Its rows are those of another answer: none is added or removed by hand. */
  readonly given?: boolean;
  /** There are none: offered while the table is empty. */
  readonly none?: {
    readonly name: string;
    readonly label: PageText;
    readonly on: boolean;
    /** A button that saves and goes on, instead of a box to tick. */
    readonly atOnce?: boolean;
  };
};

/** The rows of a table that fills itself, all on the page of its question. */
export type FilledTableView = {
  readonly kind: "filled";
  /** Name of the field that says which rows the page shows. */
  readonly name: string;
  readonly rows: readonly {
    readonly id: string;
    readonly name: PageText;
    /** What is known of its source, such as the number of workers there. */
    readonly note?: PageLine;
    readonly fields: readonly FieldView[];
  }[];
  /** Value of the button that adds a row by hand, and its words; absent where none can be added. */
  readonly add?: { readonly value: string; readonly label: PageText };
  /** Where there are too many rows for one page and these are the next: how far it is, and the list of all of them. */
  readonly whole?: { readonly progress: string; readonly list: TableView; readonly open: boolean };
  readonly fit: readonly TotalsView[];
};

export type ControlView =
  | ChoicesView
  /** `html`: the options, made once a language from our own lists, with every character that matters escaped. */
  | { readonly kind: "select"; readonly name: string; readonly html: string }
  | {
      readonly kind: "line";
      readonly name: string;
      readonly value: string;
      readonly numeric: boolean;
      readonly percent: boolean;
      readonly size: "xs" | "s" | "full";
      readonly autocomplete?: string;
    }
  | { readonly kind: "lines"; readonly name: string; readonly value: string }
  | {
      readonly kind: "date";
      readonly boxes: readonly { readonly name: string; readonly label: string; readonly value: string }[];
      /** "Do not know", where that is an answer. */
      readonly unknown?: { readonly name: string; readonly label: PageText; readonly on: boolean };
    }
  | {
      readonly kind: "matrix";
      readonly rows: readonly MatrixRowView[];
      /** A button that gives every line that was left the same answer, saves and goes on. */
      readonly all?: { readonly name: string; readonly value: string; readonly label: PageText };
    }
  | TableView
  | FilledTableView;

/** One thing to fill in. `id` is also the beginning of the ids of everything in it. */
export type FieldView = {
  readonly id: string;
  /** Where a link in the error summary leads. */
  readonly anchor: string;
  readonly label?: PageText;
  readonly hint?: PageText;
  readonly optional: boolean;
  readonly error?: string;
  /** Stands on the page only while an option that opens this number is chosen. */
  readonly when?: number;
  readonly control: ControlView;
};
