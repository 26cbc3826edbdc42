import { isoDay } from "#app/i18n/dates/days";
import { requireAsSigned } from "#app/services/answers/signed/mismatches";
import type { ServiceContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { givenNow } from "#app/services/ratings/given";
import { planOf } from "#app/services/ratings/plans";
import { ratedFor } from "#app/services/ratings/rated-for";
import { requireRatingVersions } from "#app/services/ratings/rating-versions";
import type { AuditEvent } from "#db/audit";
import type { CorrectiveAction, RatingGiven, StoredRating } from "#db/records";
import type { NewRating } from "#db/store";
import { questionsUnderPlan } from "#scoring/findings/action-plans";
import type { RuleSet } from "#scoring/rules/rule-set";
import { isPlanned } from "#terms/actions/action-states";
import { dayAfter } from "#terms/actions/reminders";

/** What follows for ratings from a change of an action, to be kept by the same write. */
export type Relief = {
  /** The last day on which ratings give relief for it; null where none does. */
  readonly until: string | null;
  readonly rating?: NewRating;
  readonly audit: readonly AuditEvent[];
};

/** Why a rating is made for an action. */
export type ReliefCause = "accepted" | "reviewed" | "changed" | "dropped" | "overdue";

/** The last day on which a plan counts by these rules; undefined where it counts on none. */
export function reliefUntil(
  { question, state, due, reviewed }: Pick<CorrectiveAction, "question" | "state" | "due" | "reviewed">,
  { planReviewedWithin: days }: Pick<RuleSet, "planReviewedWithin">,
): string | undefined {
  if (question === undefined || !isPlanned(state)) return undefined;
  if (days === undefined) return due;
  if (reviewed === undefined) return undefined;
  const last = dayAfter(reviewed, days - 1);
  return last < due ? last : due;
}

/**
 * What an action, as it is to stand now, does to its supplier's newest rating: where its question comes under a plan or out of
 * it, a new rating that names the action, by the versions of the one before. Accepting a plan always makes one.
 * @throws Problem "record-changed", with an event, when what is kept is not what was signed
 */
export async function reliefOf(
  ctx: ServiceContext,
  event: EventMaker<"attestation.rated" | "record.mismatched">,
  action: CorrectiveAction,
  { why, at }: { readonly why: ReliefCause; readonly at: Date },
): Promise<Relief> {
  const { org, supplier, question } = action;
  const latest = question === undefined ? undefined : await ctx.store.ratings.latest(org, supplier);
  const kept = latest && (await ctx.store.attestations.get(org, latest.attestation));
  if (question === undefined || !latest || !kept?.declaration) return { until: null, audit: [] };
  const { ruleSet } = await requireRatingVersions(ctx, org, latest.rating);
  const until = reliefUntil(action, ruleSet.definition) ?? null;
  const of = { org, supplier, attestation: latest.attestation };
  const given = await givenNow(ctx, { ...of, plan: planOf(action) });
  const isMoved =
    isUnder(latest, ruleSet.definition, question) !== isUnder({ createdAt: at, given }, ruleSet.definition, question);
  if (!isMoved && why !== "accepted") return { until, audit: [] };
  const file = await requireAsSigned(ctx, event, kept);
  const rating = await ratedFor(ctx, { file, latest, given, cause: { kind: "action", id: action.id, why }, at });
  const { band, score } = rating.rating;
  const audit = event("attestation.rated", rating.attestation, { rating: rating.id, band, score }, { at });
  return { until, rating, audit: [audit] };
}

function isUnder(
  { createdAt, given = {} }: Pick<StoredRating, "createdAt"> & { readonly given?: RatingGiven },
  ruleSet: RuleSet,
  question: string,
): boolean {
  return questionsUnderPlan(given.plans ?? [], isoDay(createdAt), ruleSet).has(question);
}
