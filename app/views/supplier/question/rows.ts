import type { PageLine, PageText } from "#app/i18n/page-text";
import type { ErrorLine } from "#app/views/error-line";
import type { FieldView, TotalsView } from "#app/views/supplier/controls";
import type { FrameView, NearbyQuestionView } from "#app/views/supplier/frame";
import type { OfferView } from "./earlier";

export type RowPageView = {
  readonly frame: FrameView;
  readonly code: string;
  readonly section: PageText;
  readonly title: PageText;
  /** Of the question, where this page stands in its place. */
  readonly hint?: PageText;
  /** What the table asks for. */
  readonly about: PageText;
  readonly fields: readonly FieldView[];
  readonly errors: readonly ErrorLine[];
  /** What the row was when the page was opened; absent for a new one. */
  readonly seen?: string;
  readonly basedOn: number;
  readonly notSaved: boolean;
  /** Says since when something typed waits here to be saved. */
  readonly draftKept?: string;
  /** What was signed before of the whole table; only while it has no row. */
  readonly earlier?: OfferView;
  /** Name and address for taking the row away; absent for a new one. */
  readonly remove?: { readonly name: PageLine; readonly href: string };
  readonly another: boolean;
  /** What the table comes to so far, beside the answers that it must fit. */
  readonly fit: readonly TotalsView[];
  /** Whether a new row can be begun with what the last one says. */
  readonly canCopy: boolean;
  /** Says which row was copied into the fields. */
  readonly copied?: string;
  /** Of a new row, where the table takes no more: how many are the most, and whether something typed waits for room. */
  readonly full?: { readonly most: number; readonly isTyped: boolean };
  readonly places: readonly NearbyQuestionView[];
};

export type RemoveRowView = {
  readonly frame: FrameView;
  readonly code: string;
  readonly section: PageText;
  readonly name: string;
  readonly lines: readonly { readonly label: PageText; readonly value: PageLine }[];
  /** Other answers point at it. */
  readonly pointedAt: boolean;
  readonly back: string;
  readonly notSaved: boolean;
};

export type PasteView = {
  readonly frame: FrameView;
  readonly code: string;
  readonly section: PageText;
  readonly about: PageText;
  readonly columns: readonly { readonly label: PageText; readonly note?: string; readonly optional: boolean }[];
  /** Revision of the table that the page shows. */
  readonly basedOn: number;
  /** As it was pasted. */
  readonly text: string;
  /** Most rows of a table that takes no more; absent while there is room. */
  readonly full?: number;
  /** What was found in it; absent before the first look. */
  readonly found?: {
    readonly head: readonly PageText[];
    readonly good: readonly { readonly line: number; readonly cells: readonly PageLine[] }[];
    readonly bad: readonly { readonly line: number; readonly problems: readonly string[] }[];
    /** What was not read, and what is not added. */
    readonly notes: readonly string[];
  };
  /** What became of lines that were just added. */
  readonly note?: string;
  readonly notSaved: boolean;
  /** Kinds of files that are read, for the browser to offer. */
  readonly accept: string;
  /** Why a file was not read. */
  readonly refused?: string;
};
