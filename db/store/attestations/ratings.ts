import type { RatingCause, RatingGiven, StoredRating, Supplier, SupplierExpectation } from "#db/records";
import type { Audited } from "#db/store/audit";
import type { Driver } from "#db/supplier-table";
import type { ExpectedRisk } from "#scoring/inherent/expected-risk";
import type { Rating } from "#scoring/rating";
import type { Band } from "#terms/bands";

/** The rating summary that the suppliers table sorts and filters by; kept on the supplier by the write that adds a rating. */
export type NewRating = {
  readonly id: string;
  readonly attestation: string;
  readonly supplier: string;
  readonly createdAt: Date;
  readonly rating: Rating;
  readonly cause?: RatingCause;
  readonly given?: RatingGiven;
  /** The rating beside which it was worked out: ConflictError where a newer one of the supplier is there. */
  readonly after?: string;
  /** HS chapter or kind of service of the first product; absent where neither was said. */
  readonly sector?: string;
  /** Where it was made by rating all again: by what, and how many bands worse it is than the one before. */
  readonly rerating?: { readonly id: string; readonly moved: number };
  readonly driver?: Driver;
  /** Distinct site countries with their tier in the rating's edition, worst first. */
  readonly tiers: readonly { readonly country: string; readonly tier: string }[];
};

/** What the suppliers table shows besides the figures of a rating, and of a supplier without one; both pure. */
export type RatingSummaries = {
  rated(rating: Rating): Pick<NewRating, "driver" | "tiers">;
  /** Of what the buyer knows of a supplier in this country. */
  unrated(country: string): SupplierExpectation;
};

/** A supplier with its newest rating that counts and when that was signed, or with what is expected of it. */
export type NewestRating = {
  readonly supplier: Supplier;
  readonly newest?: StoredRating;
  readonly signedAt?: Date;
  readonly expected?: ExpectedRisk;
};

/** Points of a step of the sum by what the step is about, or a question whose answer holds a floor (0 points). */
export type FigureLine = readonly [kind: "inherent" | "adverse" | "floor", code: string, points: number];

/** What pictures count of a rating, with where its supplier is. */
export type CountedRating = {
  readonly supplier: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly position: number;
  readonly createdAt: Date;
  readonly ruleSet: string;
  readonly edition: string;
  /** `forced-labour@2`. */
  readonly questionnaire: string;
  readonly band: Band;
  readonly score: number;
  /** Of the one that counts now alone, in the order of the sum; absent of all others. */
  readonly lines?: readonly FigureLine[];
};

/** A rating with whose it is. */
export type MadeRating = Omit<StoredRating, "cause" | "given"> & {
  readonly supplier: string;
  /** Whether it is the one that counts now. */
  readonly isNewest: boolean;
};

/** Which ratings are listed: of a supplier, by these rules or countries, made since then. */
export type MadeRatingFilter = {
  readonly supplier?: string;
  readonly ruleSet?: string;
  readonly edition?: string;
  readonly since?: Date;
};

/** Ratings. Each is a record: a new one never replaces an older one. */
export interface RatingStore {
  /** MissingError where the attestation is not this supplier's, or void. */
  add(change: NewRating & { org: string } & Audited): Promise<void>;
  /** Newest first, with those of submissions that are void. */
  history(org: string, supplier: string): Promise<readonly StoredRating[]>;
  /** The newest one of an attestation of this supplier, unless that is void. */
  ofAttestation(org: string, supplier: string, attestation: string): Promise<StoredRating | undefined>;
  /** The newest one of a submission that is not void. */
  latest(org: string, supplier: string): Promise<StoredRating | undefined>;
  /** The same of a few suppliers by one statement, in no order. Whoever is not there is left out. */
  newest(org: string, suppliers: readonly string[]): Promise<readonly NewestRating[]>;
  /** Figures of all ratings that are not void, each supplier's together and the oldest first; the next `most` after one of them. */
  figures(
    org: string,
    page: { readonly after?: Pick<CountedRating, "supplier" | "position">; readonly most: number },
  ): Promise<readonly CountedRating[]>;
  /** All ratings with those that are void, in the order in which they were made; the next `most` after one of them. */
  made(
    org: string,
    filter: MadeRatingFilter,
    part: { readonly after?: string; readonly most: number },
  ): Promise<readonly MadeRating[]>;
  /** Says something else as soon as a rating is added or removed, one becomes void, or a supplier is archived or restored. */
  mark(org: string): Promise<string>;
}
