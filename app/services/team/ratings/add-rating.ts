import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { isoDay } from "#app/i18n/dates/days";
import { withEvidence } from "#app/services/answers/evidence-answers";
import { requireAsSigned } from "#app/services/answers/signed/mismatches";
import type { TeamContext } from "#app/services/context/contexts";
import { fault } from "#app/services/context/faults";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { givenNow, keptGiven } from "#app/services/ratings/given";
import { ratingRecord } from "#app/services/ratings/rating-record";
import { newestEdition, requireQuestionnaire, rulesInForce } from "#app/services/ratings/rating-versions";
import { ConflictError, MissingError } from "#db/errors";
import type { LoadedEdition } from "#scoring/editions/index";
import { rate } from "#scoring/rate";
import type { Rating } from "#scoring/rating";
import { sectorOf } from "#scoring/sector";

/**
 * Rates the signed answers of a supplier's newest rating again, with the rules that count for new ratings and the
 * edition asked for (the newest where none is), and adds the result beside the old one. Says `added: false` where nothing
 * that it is made from has changed since the newest rating of today: a button pressed twice is no second rating.
 * What is void is not rated.
 * @throws Problem "not-found" (another organisation's supplier, or nothing signed that counts); "changed-meanwhile" where it is
 * void since; "record-changed", with an event, when what is
 * kept is not what was signed
 */
export const addRating = teamUseCase({
  permission: "ratings.add",
  input: z.object({ supplier: recordId, edition: z.string().max(200, "not-valid").optional() }),
  events: ["attestation.rated", "record.mismatched"],
  async run(ctx, { supplier, edition: wanted }, event) {
    const org = ctx.organisation.id;
    // Before anything is read: what is released from now on is no part of it.
    const now = ctx.clock.now();
    const edition = await editionOf(ctx, wanted);
    if (!edition) return fault("edition", "not-valid");
    const latest = await ctx.store.ratings.latest(org, supplier);
    const kept = latest && (await ctx.store.attestations.get(org, latest.attestation));
    if (!latest || !kept?.declaration) throw new Problem("not-found");
    const file = await requireAsSigned(ctx, event, kept);
    const { attestation, campaign } = file;
    const questionnaire = await requireQuestionnaire(ctx, attestation);
    const ruleSet = await rulesInForce(ctx, org, questionnaire);
    if (!ruleSet) throw new Error(`There are no rules about ${questionnaire.key}`);

    const given = await givenNow(ctx, { org, supplier, attestation: attestation.id });
    const { evidence, ...judged } = given;
    const answers = withEvidence(file, now, evidence);
    const rating = rate({
      questionnaire,
      answers,
      ...judged,
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
    const record = { id, attestation: attestation.id, supplier, createdAt: now, sector: sectorOf(answers) };
    try {
      await ctx.store.ratings.add({
        org,
        ...ratingRecord(rating, record),
        ...keptGiven(given),
        // What was decided in between must not be rated away.
        after: latest.id,
        audit: event("attestation.rated", attestation.id, { rating: id, band: rating.band, score: rating.score }),
      });
    } catch (error) {
      if (error instanceof MissingError || error instanceof ConflictError) throw new Problem("changed-meanwhile");
      throw error;
    }
    return { rating: id, added: true };
  },
});

/** A form that leaves the choice open sends "". */
async function editionOf(ctx: TeamContext, wanted: string | undefined): Promise<LoadedEdition | undefined> {
  const org = ctx.organisation.id;
  return wanted ? ctx.catalogue.edition(org, wanted) : newestEdition(ctx, org);
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
