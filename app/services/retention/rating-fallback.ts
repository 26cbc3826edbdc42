import type { ServiceContext } from "#app/services/context/contexts";
import { expectationsOf } from "#app/services/ratings/expectations";
import { ratingRecord } from "#app/services/ratings/rating-record";
import type { RatingFallback } from "#db/store";

/** What the suppliers table shows of a supplier that lost ratings, by the newest rules and countries of its organisation. */
export async function ratingFallback(ctx: Pick<ServiceContext, "catalogue">, org: string): Promise<RatingFallback> {
  const expectations = await expectationsOf(ctx, org);
  return {
    summaryOf: (supplier, { id, attestation, createdAt, rating }) =>
      ratingRecord(rating, { id, attestation, supplier, createdAt }),
    expectationOf: (supplier) => expectations.of(supplier),
  };
}
