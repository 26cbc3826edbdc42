import type { ServiceContext } from "#app/services/context/contexts";
import type { AttestationDetails, RatingCause, RatingGiven, StoredRating } from "#db/records";
import type { NewRating } from "#db/store";
import type { LoadedEdition } from "#scoring/editions/index";
import { rate } from "#scoring/rate";
import type { LoadedRuleSet } from "#scoring/rules/load-rule-set";
import { sectorOf } from "#scoring/sector";
import { keptGiven } from "./given";
import { ratedInput } from "./rated-input";
import { ratingRecord } from "./rating-record";
import { requireRatingVersions } from "./rating-versions";

type RatedFor = {
  /** As it was signed. */
  readonly file: AttestationDetails;
  /** The newest rating that counts: what comes out stands beside it, by its versions, so that only what is given moves it. */
  readonly latest: StoredRating;
  readonly given: RatingGiven;
  readonly cause: RatingCause;
  readonly at: Date;
  /** Other rules than those of the newest rating, where it is rated by other ones. */
  readonly ruleSet?: LoadedRuleSet;
  /** The same of its countries. */
  readonly edition?: LoadedEdition;
};

/** A new rating of what was signed that names why it was made, to be kept by the write that it is made for. */
export async function ratedFor(
  ctx: Pick<ServiceContext, "catalogue" | "ids">,
  { file, latest, given, cause, at, ruleSet, edition }: RatedFor,
): Promise<NewRating> {
  const { attestation, supplier } = file;
  const made = await requireRatingVersions(ctx, attestation.org, latest.rating);
  const by = { ...made, ...(ruleSet ? { ruleSet } : {}), ...(edition ? { edition } : {}) };
  const input = ratedInput(file, by, { createdAt: at, given });
  const rating = rate(input);
  const kept = { id: ctx.ids.next(), attestation: attestation.id, supplier: supplier.id, createdAt: at };
  const sector = sectorOf(input.answers);
  return { ...ratingRecord(rating, { ...kept, sector }), cause, ...keptGiven(given), after: latest.id };
}
