import type { PageLine, PageText } from "#app/i18n/page-text";
import type { FrameView } from "#app/views/supplier/frame";
import type { SignedFacts } from "./sign";

export type PrintedOption = { readonly label: PageText; readonly note?: PageText; readonly on: boolean };

/** What a question asks for, with everything that could be chosen, and what was. */
export type PrintedField = {
  readonly id: string;
  readonly label?: PageText;
  readonly hint?: PageText;
  readonly optional: boolean;
  /** That it is asked only if something else is answered so. */
  readonly note?: string;
} & (
  | { readonly kind: "choices"; readonly several: boolean; readonly options: readonly PrintedOption[] }
  | {
      readonly kind: "matrix";
      readonly rows: readonly { readonly label: PageText; readonly options: readonly PrintedOption[] }[];
    }
  | {
      readonly kind: "table";
      readonly head: readonly PageText[];
      readonly rows: readonly (readonly PageLine[])[];
      /** Sums, one text a column; empty where it is not summed. */
      readonly totals?: readonly string[];
      /** What can be chosen in which column, a line each. */
      readonly choices: readonly PageLine[];
      /** That there are none, where that is an answer. */
      readonly none?: PrintedOption;
    }
  /** What was typed, or taken from a long list, one thing a line; no line while it is blank. */
  | { readonly kind: "words"; readonly lines: readonly PageText[] }
);

export type PrintedQuestion = {
  readonly code: string;
  readonly title: PageText;
  readonly hint?: PageText;
  /** Why it is not asked, or that it may be. */
  readonly note?: string;
  readonly fields: readonly PrintedField[];
  readonly unsure: readonly PrintedOption[];
  readonly comment?: string;
  /** Who of the buyer answered it for the supplier. */
  readonly given?: string;
  readonly files: readonly string[];
};

/** The statement in the words that were signed. */
export type SignedStatement = {
  readonly notice?: PageText;
  readonly opening: PageText;
  readonly clauses: readonly PageText[];
};

export type AnswersView = {
  readonly frame: FrameView;
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly {
    readonly code: string;
    readonly name: PageText;
    readonly questions: readonly PrintedQuestion[];
  }[];
  /** Absent until the answers are signed. */
  readonly signed?: SignedFacts & { readonly statement: SignedStatement };
};
