import { Problem } from "#app/domain/problem";
import type { TeamContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { type Faults, fault } from "#app/services/context/faults";
import { givenNow } from "#app/services/ratings/given";
import { ratedFor } from "#app/services/ratings/rated-for";
import { decidedOf } from "#app/services/reviews/decided";
import { leftOf } from "#app/services/reviews/left";
import { inForce, subjectOf } from "#app/services/reviews/standings";
import type { OpenReview } from "#app/services/team/reviews/read-review";
import { mayDecide, needsSecond, reviewRules } from "#app/services/team/reviews/second-person";
import { seesDecision } from "#app/services/team/reviews/seen-review";
import { ConflictError, MissingError } from "#db/errors";
import type { Decision } from "#db/records";
import type { NewDecision } from "#db/store";
import { canonicalJson } from "#questionnaires/fingerprints/canonical-json";

type Draft = Pick<NewDecision, "kind" | "verdict" | "question" | "subject" | "reason" | "proof">;
type Events = "decision.made" | "decision.asked" | "attestation.rated";

/** `asked`: nothing has changed yet. `same`: it was decided so before. */
export type Decided = "made" | "asked" | "same";

/**
 * Decides, or asks a second person where one is needed. What was decided so before is not decided again.
 * @throws Problem "changed-meanwhile" where somebody decided in between, or the review is over
 */
export async function addDecision(
  ctx: TeamContext,
  event: EventMaker<Events>,
  opened: OpenReview,
  { second, ...draft }: Draft & { readonly second?: string },
): Promise<Decided | Faults> {
  const { standings, file, made } = opened;
  const same = (one: Decision) => subjectOf(one) === subjectOf(draft);
  if (standings.some(({ state, decision }) => state === "waits" && same(decision))) return "same";
  if (inForce(standings).some(({ decision }) => same(decision) && decision.verdict === draft.verdict)) return "same";
  const asks = needsSecond(await reviewRules(ctx), made.ruleSet, draft);
  if (asks) {
    const person = second ? await ctx.store.users.get(ctx.organisation.id, second) : undefined;
    if (second === ctx.user.id) return fault("second", "second-self");
    const isAble = person && mayDecide(person.user) && (await seesDecision(ctx, opened, person.user, draft));
    if (!isAble) return fault("second", "second-needed");
  }
  const about = { decision: ctx.ids.next(), kind: draft.kind };
  const { id: attestation } = file.attestation;
  const row = { ...draft, id: about.decision, attestation, step: asks ? ("asked" as const) : ("made" as const) };
  if (!asks || second === undefined) {
    await keepDecision(ctx, event, opened, row, event("decision.made", attestation, about));
    return "made";
  }
  await keepDecision(
    ctx,
    event,
    opened,
    { ...row, second },
    event("decision.asked", attestation, { ...about, second }),
  );
  return "asked";
}

type Row = Omit<NewDecision, "user" | "at">;

/**
 * Keeps a row, and where it changes what counts also the rating that it leads to, both in one write. What is given and the
 * questions asked are those of the newest rating, so that only the decision moves it.
 */
export async function keepDecision(
  ctx: TeamContext,
  event: EventMaker<"attestation.rated">,
  { review, file, rows, latest }: OpenReview,
  row: Row,
  audit: ReturnType<typeof event>,
): Promise<void> {
  const at = ctx.clock.now();
  const basedOn = rows.at(-1)?.position ?? 0;
  const decision: NewDecision = { ...row, user: ctx.user.id, at };
  const all = [...rows, { ...decision, position: basedOn + 1 }];
  const { org, id: attestation } = file.attestation;
  const isSame = canonicalJson(decidedOf(rows)) === canonicalJson(decidedOf(all));
  const of = { org, supplier: review.supplier, attestation, decisions: all };
  const cause = { kind: "decision", id: decision.id, why: decision.step } as const;
  const rating = isSame ? undefined : await ratedFor(ctx, { file, latest, given: await givenNow(ctx, of), cause, at });
  const rated = rating && { rating: rating.id, band: rating.rating.band, score: rating.rating.score };
  try {
    await ctx.store.reviews.decide({
      ...{ org, decision, basedOn, left: leftOf(all, rating?.rating ?? latest.rating, file) },
      ...(rating && { rating }),
      audit: [audit, ...(rated ? [event("attestation.rated", attestation, rated)] : [])],
    });
  } catch (error) {
    if (error instanceof ConflictError || error instanceof MissingError) throw new Problem("changed-meanwhile");
    throw error;
  }
}
