import type { Rating } from "#scoring/rating";

export type StoredRating = {
  readonly id: string;
  readonly attestation: string;
  readonly createdAt: Date;
  readonly rating: Rating;
  /** Whether it was made of a submission that is void now: then it is nobody's rating any more. */
  readonly isVoid: boolean;
};
