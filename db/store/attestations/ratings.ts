import type { StoredRating, Supplier, SupplierExpectation } from "#db/records";
import type { Audited } from "#db/store/audit";
import type { Driver } from "#db/supplier-table";
import type { Rating } from "#scoring/rating";

/** The rating summary that the suppliers table sorts and filters by; kept on the supplier by the write that adds a rating. */
export type NewRating = {
  readonly id: string;
  readonly attestation: string;
  readonly supplier: string;
  readonly createdAt: Date;
  readonly rating: Rating;
  readonly driver?: Driver;
  /** Distinct site countries with their tier in the rating's edition, worst first. */
  readonly tiers: readonly { readonly country: string; readonly tier: string }[];
};

/** How a write that takes ratings away knows what the suppliers table shows of those that are left, or of none. Both are pure. */
export type RatingFallback = {
  summaryOf(supplier: string, rating: StoredRating): NewRating;
  expectationOf(supplier: Pick<Supplier, "country">): SupplierExpectation;
};

/** Ratings. Each is a record: a new one never replaces an older one. */
export interface RatingStore {
  add(change: NewRating & { org: string } & Audited): Promise<void>;
  history(org: string, supplier: string): Promise<readonly StoredRating[]>;
  latest(org: string, supplier: string): Promise<StoredRating | undefined>;
}
