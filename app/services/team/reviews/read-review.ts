import { Problem } from "#app/domain/problem";
import { requireAsSigned } from "#app/services/answers/signed/mismatches";
import type { TeamContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import type { RatedBy } from "#app/services/ratings/rated-input";
import { requireRatingVersions } from "#app/services/ratings/rating-versions";
import { type Standing, standingsOf } from "#app/services/reviews/standings";
import type { AttestationDetails, Decision, Declaration, Review, StoredRating } from "#db/records";
import type { LoadedRuleSet } from "#scoring/rules/load-rule-set";

/** What somebody signed, with all that was decided about it so far. */
export type OpenReview = {
  readonly review: Review;
  /** As it was signed. */
  readonly file: AttestationDetails & { readonly declaration: Declaration };
  readonly rows: readonly Decision[];
  readonly standings: readonly Standing[];
  /** The newest rating of it, and what that was made from. */
  readonly latest: StoredRating;
  readonly made: RatedBy & { readonly ruleSet: LoadedRuleSet };
};

/**
 * @throws Problem "not-found" where nothing is reviewed by this id; "record-changed", with an event, where what is kept is not
 * what was signed
 */
export async function readReview(
  ctx: TeamContext,
  event: EventMaker<"record.mismatched">,
  attestation: string,
): Promise<OpenReview> {
  const org = ctx.organisation.id;
  const [review, kept, rows] = await Promise.all([
    ctx.store.reviews.get(org, attestation),
    ctx.store.attestations.get(org, attestation),
    ctx.store.reviews.decisions(org, [attestation]),
  ]);
  if (!review || !kept?.declaration) throw new Problem("not-found");
  const file = await requireAsSigned(ctx, event, kept);
  const history = await ctx.store.ratings.history(org, review.supplier);
  const latest = history.find((one) => one.attestation === attestation);
  const { declaration } = file;
  if (!latest || !declaration) throw new Problem("not-found");
  const made = await requireRatingVersions(ctx, org, latest.rating);
  return { review, file: { ...file, declaration }, rows, standings: standingsOf(rows), latest, made };
}
