import type { Moment } from "#app/i18n/dates/moments";
import type { PageText } from "#app/i18n/page-text";
import type { AnswerLine, CopiedLine } from "#app/views/team/supplier/answers";
import type { EvidenceStatus } from "#questionnaires/answers";
import type { Band } from "#terms/bands";
import type { LegalStatus } from "#terms/laws/legal-statuses";
import type { Verdict } from "#terms/reviews/decisions";

export type Given = NonNullable<AnswerLine["answer"]>;

/** A decision that waits, counts, or did. */
export type DecisionView = {
  readonly id: string;
  readonly verdict: Verdict;
  readonly state: "counts" | "waits" | "declined" | "taken-back" | "replaced";
  readonly by: string;
  readonly at: Moment;
  readonly reason: string;
  /** The document that shows it, by its name. */
  readonly proof?: { readonly name: string; readonly href: string };
  /** Who agreed, or is asked to. */
  readonly second?: string;
  readonly secondAt?: Moment;
  /** Who declined it or took it back, when and why. */
  readonly ended?: { readonly by: string; readonly at: Moment; readonly reason: string };
  /** What was signed when it was made, where it was carried over from there; `at` and `secondAt` are of then. */
  readonly carriedFrom?: string;
  /** What the reader may do with it. */
  readonly may: readonly ("agree" | "decline" | "take-back")[];
  /** What it is about, where it is not about the question itself: a document, a law. */
  readonly about?: string;
};

/** Decisions about what a correction corrects that have to be made again. */
export type DecidedBefore = {
  /** Of what was signed then. */
  readonly reference: string;
  readonly lines: readonly {
    readonly id: string;
    readonly verdict: Verdict;
    /** Of the question or the law. */
    readonly name: string;
    readonly by: string;
    readonly at: Moment;
    readonly href?: string;
  }[];
};

/** A floor that the answer sets, or set until it was lifted. */
export type FloorChoice = {
  readonly rule: string;
  readonly text: string;
  readonly band: Band;
  readonly unverified: boolean;
  readonly needsSecond: boolean;
  /** What the rating would be without it: `moves` where the band would be another. */
  readonly alone: { readonly band: Band; readonly moves: boolean };
  /** The other questions that hold the same band, where lifting this one alone moves nothing. */
  readonly others: readonly string[];
  readonly decision?: DecisionView;
};

export type FileChoice = {
  readonly id: string;
  readonly name: string;
  readonly status: EvidenceStatus;
  readonly href: string;
  readonly isApart: boolean;
  readonly isImage: boolean;
  readonly size: string;
  readonly sha256: string;
  readonly facts: readonly string[];
  readonly received: Moment;
  readonly scanned: boolean;
  readonly decision?: DecisionView;
  /** Other questions that it is attached to. */
  readonly also: readonly string[];
};

export type FindingChoice = {
  readonly id: string;
  readonly text: PageText;
  readonly questions: readonly string[];
  readonly stoodBy?: boolean;
  readonly reason?: string;
  readonly decision?: DecisionView;
};

/** A law to which a link was declared. */
export type LinkChoice = {
  readonly regime: string;
  readonly name: string;
  readonly status: LegalStatus;
  readonly decision?: DecisionView;
};

/** An answer in the list of those to decide. */
export type AnswerMark = {
  readonly code: string;
  readonly name: string;
  readonly href: string;
  readonly floor: boolean;
  readonly findings: number;
  readonly files: number;
  readonly isDone: boolean;
  readonly isCurrent: boolean;
};

/** One question with all that helps to decide about it. */
export type QuestionPane = {
  readonly code: string;
  readonly title: PageText;
  readonly answer?: Given;
  /** The same in the language in which it was signed, where that is another. */
  readonly original?: {
    readonly answer?: Given;
    readonly language: string;
    readonly lang: string;
    readonly dir: string;
  };
  readonly steps: readonly { readonly text: string; readonly from: string; readonly points: number }[];
  readonly floors: readonly FloorChoice[];
  readonly findings: readonly FindingChoice[];
  readonly copied: readonly CopiedLine[];
  readonly files: readonly FileChoice[];
  readonly before?: { readonly day: Moment; readonly answer?: Given };
  readonly isRead: boolean;
  readonly isOnNorthKorea: boolean;
  readonly decisions: readonly DecisionView[];
};
