import type { Moment } from "#app/i18n/dates/moments";
import type { EvidenceStatus } from "#questionnaires/answers";

/** One part of an answer in words: statements, pairs of a label and a value, a table, or that there is nothing. */
export type AnswerPartView = { readonly part: string; readonly label?: string } & (
  | { readonly kind: "lines"; readonly lines: readonly string[] }
  | { readonly kind: "pairs"; readonly pairs: readonly { readonly label: string; readonly value: string }[] }
  | { readonly kind: "table"; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: "none"; readonly words: string }
);

export type AnswerLine = {
  readonly code: string;
  readonly name: string;
  readonly title: string;
  readonly answer?: { readonly unsure?: string; readonly parts: readonly AnswerPartView[]; readonly comment?: string };
  /** Documents attached, by the name that the supplier gave them, and what was made of each. */
  readonly documents: readonly { readonly id: string; readonly name: string; readonly status: EvidenceStatus }[];
  /** Points of its red flags in the rating; absent where it raised none. */
  readonly points?: number;
  readonly floor: boolean;
  readonly saved?: Moment;
  /** Who of the buyer gave it for the supplier. */
  readonly givenBy?: string;
};

export type AnswerSection = { readonly id: string; readonly title: string; readonly lines: readonly AnswerLine[] };

/** What does not fit together, and the codes of questions that were asked and left open. */
export type AnswerProblemsView = {
  readonly contradictions: readonly {
    readonly id: string;
    readonly text: string;
    readonly questions: readonly string[];
  }[];
  readonly blanks: readonly string[];
};
