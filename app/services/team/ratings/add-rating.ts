import { Problem } from "#app/domain/problem";
import { isoDay } from "#app/i18n/dates/days";
import { withEvidence } from "#app/services/answers/evidence-answers";
import type { TeamContext } from "#app/services/context/contexts";
import { questionnaireOf } from "#app/services/ratings/published";
import { rateAnswers } from "#app/services/ratings/rate-answers";
import { ratingRecord } from "#app/services/ratings/rating-record";
import { currentEdition, findEdition } from "#scoring/editions/index";
import type { Rating } from "#scoring/rating";
import { currentRuleSet } from "#scoring/rulesets/index";

/**
 * Rates the signed answers of a supplier's newest rating again, with the newest rules and the edition asked for (the
 * newest where absent), and adds the result beside the old one. Says `added: false` where nothing that it is made from has
 * changed since the newest rating of today: a button pressed twice is no second rating.
 * @throws Problem "not-allowed", "not-found" (another organisation's supplier, or nothing signed), "bad-request" (no such edition)
 */
export async function addRating(
  ctx: TeamContext,
  { supplier, edition: wanted }: { supplier: string; edition?: string },
): Promise<{ rating: string; added: boolean }> {
  ctx.require("ratings.add");
  const org = ctx.organisation.id;
  const edition = wanted === undefined ? currentEdition() : findEdition(wanted);
  if (!edition) throw new Problem("bad-request");
  const latest = await ctx.store.ratings.latest(org, supplier);
  const file = latest && (await ctx.store.attestations.get(org, latest.attestation));
  if (!latest || !file?.declaration) throw new Problem("not-found");
  const { attestation, campaign } = file;
  const questionnaire = questionnaireOf(attestation);

  const now = ctx.clock.now();
  const ruleSet = currentRuleSet();
  const rating = rateAnswers({
    questionnaire,
    answers: withEvidence(file),
    regimes: campaign.regimes,
    modules: campaign.modules,
    ruleSet,
    edition,
    asOf: isoDay(now),
    signed: true,
  });
  if (isoDay(latest.createdAt) === isoDay(now) && isSame(latest.rating, rating))
    return { rating: latest.id, added: false };

  const id = ctx.ids.next();
  await ctx.store.ratings.add({
    org,
    ...ratingRecord(rating, { id, attestation: attestation.id, supplier, createdAt: now }),
    audit: {
      action: "attestation.rated",
      details: { rating: id, band: rating.band, score: rating.score },
      at: now,
      actor: ctx.actor,
      subject: { type: "attestation", id: attestation.id },
    },
  });
  return { rating: id, added: true };
}

/** Ratings are pure: the same answers, rules and countries on the same day give the same figures. */
function isSame(one: Rating, other: Rating): boolean {
  const made = ({ questionnaire, ruleSet, edition, score, confidence, steps }: Rating) =>
    JSON.stringify([
      questionnaire,
      ruleSet,
      edition,
      score,
      confidence,
      steps.map(({ code, rule, points }) => [code, rule, points]),
    ]);
  return made(one) === made(other);
}
