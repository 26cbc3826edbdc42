import type { EvidenceStatus } from "#questionnaires/answers";
import type { ActionPlan } from "#scoring/findings/action-plans";
import type { LiftedKnockOut } from "#scoring/findings/floor";
import type { Rating } from "#scoring/rating";

/**
 * What a rating was made for: the action, the decision or the rating again of all (`rules`) by its id, and what became of it, in a word of its own.
 */
export type RatingCause = {
  readonly kind: "action" | "decision" | "rules";
  readonly id: string;
  readonly why: string;
  /** Of `rules`: id of the rating beside which it was worked out. */
  readonly before?: string;
};

/** What the buyer judged and the rules count, exactly as it went into a rating; what is absent did not. */
export type RatingGiven = {
  readonly plans?: readonly ActionPlan[];
  readonly lifted?: readonly LiftedKnockOut[];
  readonly underReview?: readonly string[];
  readonly notRebutted?: readonly string[];
  /** How far documents were reviewed then, by their ids; all others as they are on record. */
  readonly evidence?: Readonly<Record<string, EvidenceStatus>>;
};

export type StoredRating = {
  readonly id: string;
  readonly attestation: string;
  readonly createdAt: Date;
  readonly rating: Rating;
  readonly cause?: RatingCause;
  readonly given?: RatingGiven;
  /** Whether it was made of a submission that is void now: then it is nobody's rating any more. */
  readonly isVoid: boolean;
};
