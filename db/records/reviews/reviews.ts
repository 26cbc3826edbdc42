import type { DecisionKind, DecisionStep, ReviewState, SecondPersonChoice, Verdict } from "#terms/reviews/decisions";

/** One row of what was decided about what somebody signed. Rows are added and never changed. */
export type Decision = {
  readonly id: string;
  readonly attestation: string;
  /** Counts the rows of an attestation, from 1. */
  readonly position: number;
  readonly step: DecisionStep;
  readonly kind: DecisionKind;
  readonly verdict: Verdict;
  /** Short name of the question; empty for a link. */
  readonly question: string;
  /** Of a document its id, of a floor its rule, of a link the law, of a finding its id; empty for an answer. */
  readonly subject: string;
  /** In the words of whoever decided; empty where none was needed. */
  readonly reason: string;
  /** The document that shows it. */
  readonly proof?: string;
  /** Who was asked to agree. */
  readonly second?: string;
  /** The row that this one agrees to, declines or takes back. */
  readonly of?: string;
  readonly user: string;
  readonly at: Date;
  readonly carried?: CarriedDecision;
};

/** Where a decision was first made that a correction took over, as what it is about stayed the same. People by their ids. */
export type CarriedDecision = {
  readonly decision: string;
  readonly attestation: string;
  readonly reference: string;
  /** ISO 8601. */
  readonly at: string;
  /** Who agreed to it, and when. */
  readonly second?: string;
  readonly agreedAt?: string;
};

/** How much of a review is left to do. */
export type ReviewLeft = {
  readonly floors: number;
  readonly findings: number;
  readonly files: number;
  /** Decisions that wait for a second person, and for whom the oldest of them does. */
  readonly waiting: number;
  readonly second?: string;
};

/** What somebody signed, as it waits for decisions. */
export type Review = ReviewLeft & {
  readonly attestation: string;
  readonly supplier: string;
  readonly state: ReviewState;
  /** 0 is Critical, 3 Low: the band of its newest rating. */
  readonly rank: number;
  readonly openedAt: Date;
  readonly dueAt: Date;
  readonly assignedTo?: string;
  readonly settledAt?: Date;
};

/** A review in a list, with what it is of. */
export type ReviewRow = Review & {
  readonly name: string;
  readonly ref: string;
  readonly reference: string;
};

/** What an organisation chose about its reviews. */
export type ReviewRules = { readonly second: readonly SecondPersonChoice[]; readonly days: number };
