import type { ServiceContext } from "#app/services/context/contexts";
import type { RatingGiven } from "#db/records";

/**
 * What of the buyer's doing goes into a rating that is made now, beside the answers: whoever rates asks here, so that nobody
 * forgets what others did.
 */
export async function givenNow(
  _ctx: Pick<ServiceContext, "store">,
  _of: { readonly org: string; readonly supplier: string; readonly attestation: string },
): Promise<RatingGiven> {
  return {};
}

/** As it is kept: nothing where nothing was given. */
export function keptGiven(given: RatingGiven): { readonly given?: RatingGiven } {
  return Object.keys(given).length > 0 ? { given } : {};
}
