import type { Rating } from "#scoring/rating";

export type StoredRating = {
  readonly id: string;
  readonly attestation: string;
  readonly createdAt: Date;
  readonly rating: Rating;
};
