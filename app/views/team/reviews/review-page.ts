import type { Moment } from "#app/i18n/dates/moments";
import type { Band } from "#terms/bands";
import type { ReviewState } from "#terms/reviews/decisions";
import type { ReviewKind, ReviewSort, ReviewView } from "#terms/reviews/review-views";
import type { QueueLine } from "./queue";
import type { AnswerMark, DecidedBefore, LinkChoice, QuestionPane } from "./review";

/** A form that can be corrected: which one, what was typed, and what is wrong by the field it is about. */
export type Typed = {
  readonly intent: string;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
};

/** Somebody who may decide. */
export type Decider = { readonly id: string; readonly name: string; readonly isReader: boolean };

/** All that the page of one review shows. */
export type ReviewPageView = {
  readonly id: string;
  readonly title: string;
  readonly supplier: { readonly id: string; readonly name: string };
  readonly reference: string;
  readonly campaign: string;
  readonly signed: Moment;
  /** Figures are left out for whoever may not see what made them. */
  readonly rating: { readonly score?: number; readonly band: Band; readonly confidence?: number };
  readonly state: ReviewState;
  readonly due: Moment;
  /** ISO date. */
  readonly dueDay: string;
  readonly isLate: boolean;
  readonly assigned: { readonly id: string; readonly name?: string };
  readonly list: { readonly view: ReviewView; readonly kind?: ReviewKind; readonly sort: ReviewSort };
  readonly queue: {
    readonly lines: readonly QueueLine[];
    readonly place?: number;
    readonly total: number;
    readonly previous?: string;
    readonly next?: string;
    readonly all: string;
  };
  readonly answers: readonly AnswerMark[];
  readonly walk: {
    readonly place: number;
    readonly total: number;
    readonly previous?: string;
    readonly next?: string;
  };
  readonly pane?: QuestionPane;
  readonly again?: DecidedBefore;
  /** Files of all answers, one of which can show why a floor is lifted. */
  readonly files: readonly { readonly id: string; readonly name: string; readonly code: string }[];
  readonly links: readonly LinkChoice[];
  readonly people: readonly Decider[];
  /** Those of them who see floors and links, and can be asked to agree about them. */
  readonly seeing: readonly Decider[];
  /** Verdicts that need a second person, and whether settling does. */
  readonly second: {
    readonly evidence: readonly string[];
    readonly link: readonly string[];
    readonly finding: boolean;
  };
  /** Percent of its points that a control earns by a file of each state. */
  readonly factors: Readonly<Record<"accepted" | "verified" | "rejected", number>>;
  readonly mayDecide: boolean;
  readonly mayReopen: boolean;
  /** Which file and which decision are open, as the address says. */
  readonly file?: string;
  readonly act?: string;
};
