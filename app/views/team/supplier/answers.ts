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
  /** When it came first, where it was used again. */
  readonly firstReceived?: Moment;
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
  /** The day on which it was signed before, where the supplier said that it is still true. */
  readonly carried?: Moment;
  /** Where it is returned to the supplier, for whoever may. */
  readonly returnHref?: string;
};

export type AnswerSection = { readonly id: string; readonly title: PageText; readonly lines: readonly AnswerLine[] };

/** A file or a text that stands in the answers of two suppliers which have nothing to do with each other. */
export type CopiedLine = {
  readonly what: "file" | "text";
  readonly question: string;
  /** The other supplier, with the question in its answers. */
  readonly name: string;
  readonly href: string;
  readonly otherQuestion: string;
};

/** What does not fit together, and the codes of questions that were asked and left open. */
export type AnswerProblemsView = {
  readonly contradictions: readonly {
    readonly id: string;
    readonly text: PageText;
    readonly questions: readonly string[];
    /** Whether the supplier said that it is right as it stands; absent where it was not asked. */
    readonly stoodBy?: boolean;
    /** Why, in its words. */
    readonly reason?: string;
  }[];
  /** What is the same in what another supplier signed. */
  readonly copied: readonly CopiedLine[];
  readonly blanks: readonly string[];
};
