import type { ServiceContext } from "#app/services/context/contexts";
import type { RatingSummaries } from "#db/store";
import { expectationsOf } from "./expectations";
import { summaryOf } from "./rating-record";

/**
 * What the suppliers table shows of a supplier some of whose ratings went or count no more, by the newest rules and countries
 * of its organisation.
 */
export async function ratingSummaries(ctx: Pick<ServiceContext, "catalogue">, org: string): Promise<RatingSummaries> {
  const expectations = await expectationsOf(ctx, org);
  return { rated: summaryOf, unrated: (country) => expectations.of({ country }) };
}
