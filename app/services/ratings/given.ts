import type { ServiceContext } from "#app/services/context/contexts";
import { decidedOf } from "#app/services/reviews/decided";
import type { Decision, RatingGiven } from "#db/records";
import { type OwnedPlan, plansNow } from "./plans";

type Of = {
  readonly org: string;
  readonly supplier: string;
  readonly attestation: string;
  /** The plan of an action as it is about to stand; what is on record where absent. */
  readonly plan?: OwnedPlan;
  /** What was decided, with what is about to be; what is on record where absent. */
  readonly decisions?: readonly Decision[];
};

/**
 * What of the buyer's doing goes into a rating that is made now, beside the answers: whoever rates asks here, so that nobody
 * forgets what others did.
 */
export async function givenNow(
  ctx: Pick<ServiceContext, "store">,
  { org, supplier, attestation, decisions, plan }: Of,
): Promise<RatingGiven> {
  const decided = decidedOf(decisions ?? (await ctx.store.reviews.decisions(org, [attestation])));
  return { ...decided, ...(await plansNow(ctx, { org, supplier }, plan)) };
}

/** As it is kept: nothing where nothing was given. */
export function keptGiven(given: RatingGiven): { readonly given?: RatingGiven } {
  return Object.keys(given).length > 0 ? { given } : {};
}
