import type { Moment } from "#app/i18n/dates/moments";
import type { PageLine, PageText } from "#app/i18n/page-text";
import type { EvidenceStatus } from "#questionnaires/answers";

/** A document; `scanned`: a scanner found no virus in it; `isApart`: `href` is no download but the page that says why it is kept apart. */
export type DocumentLine = {
  readonly id: string;
  readonly name: string;
  readonly status: EvidenceStatus;
  readonly href: string;
  readonly isApart: boolean;
  readonly scanned: boolean;
  /** What its supplier said of it, one fact a line. */
  readonly about: readonly string[];
};

/** One part of an answer in words: statements, pairs of a label and a value, a table, or that there is nothing. */
export type AnswerPartView = { readonly part: string; readonly label?: PageText } & (
  | { readonly kind: "lines"; readonly lines: readonly PageText[] }
  | { readonly kind: "pairs"; readonly pairs: readonly { readonly label: PageText; readonly value: PageText }[] }
  | { readonly kind: "table"; readonly head: readonly PageText[]; readonly rows: readonly (readonly PageLine[])[] }
  | { readonly kind: "none"; readonly words: PageText }
);

export type AnswerLine = {
  readonly code: string;
  readonly name: PageText;
  readonly title: PageText;
  readonly answer?: {
    readonly unsure?: PageText;
    readonly parts: readonly AnswerPartView[];
    readonly comment?: string;
  };
  /** Documents attached, by the name that the supplier gave them, and what was made of each. */
  readonly documents: readonly DocumentLine[];
  /** Points of its red flags in the rating; absent where it raised none. */
  readonly points?: number;
  readonly floor: boolean;
  readonly saved?: Moment;
  /** Who of the buyer gave it for the supplier. */
  readonly givenBy?: string;
  /** The colleague whom the supplier asked, where they gave it. */
  readonly byColleague?: string;
};

export type AnswerSection = { readonly id: string; readonly title: PageText; readonly lines: readonly AnswerLine[] };

/** What does not fit together, and the codes of questions that were asked and left open. */
export type AnswerProblemsView = {
  readonly contradictions: readonly {
    readonly id: string;
    readonly text: PageText;
    readonly questions: readonly string[];
  }[];
  readonly blanks: readonly string[];
};
