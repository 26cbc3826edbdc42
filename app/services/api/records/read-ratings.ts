import * as z from "zod";
import { Problem } from "#app/domain/problem";
import type { TeamContext } from "#app/services/context/contexts";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { readsNorthKorea } from "#app/services/north-korea/north-korea";
import { showSupplier } from "#app/services/team/suppliers/show-supplier";
import type { MadeRating } from "#db/store/attestations/ratings";
import { bands } from "#terms/bands";
import { instant, partInput, partOf } from "./parts";
import { type RatingRecord, ratingRecordOf, restrictedRecord } from "./rating-record";

/** A rating in the history of a supplier. Figures are absent for whoever may not see what moves them. */
export const ratingLine = z.strictObject({
  id: z.string(),
  at: instant,
  band: z.enum(bands),
  was: z.enum(bands).optional().meta({ description: "The band before, where it was another" }),
  rules: z.string(),
  edition: z.string(),
  isVoid: z.boolean(),
  why: z.string().optional().meta({ description: "The decision that led to it" }),
  score: z.number().optional(),
  confidence: z.number().optional(),
  change: z.number().optional(),
});

/** All ratings of a supplier, newest first. @throws Problem "not-found" */
export const readRatings = teamUseCase({
  permission: "suppliers.read",
  input: z.object({ supplier: recordId }),
  events: [],
  async run(ctx, { supplier }): Promise<{ items: readonly z.output<typeof ratingLine>[] }> {
    const { history } = await showSupplier(ctx, { id: supplier });
    return { items: history.map(({ shown: _, at, ...line }) => ({ ...line, at: at.iso })) };
  },
});

/** A rating in the list of all. Figures are absent for whoever may not see what moves them. */
export const madeRating = z.strictObject({
  ...{ id: z.string(), supplier: z.string(), attestation: z.string(), at: instant, band: z.enum(bands) },
  ...{ questionnaire: z.string(), ruleSet: z.string(), edition: z.string() },
  isNewest: z.boolean().meta({ description: "Whether it is the one that counts now" }),
  isVoid: z.boolean(),
  isRestricted: z.boolean().meta({ description: "Whether figures are left out" }),
  score: z.number().optional(),
  confidence: z.number().optional(),
});

/** Which of all ratings are listed. */
export const madeRatingFilter = z.object({
  supplier: recordId.optional(),
  ruleSet: recordId.optional(),
  edition: recordId.optional(),
  since: z.iso.datetime("not-valid").optional().meta({ description: "Made then or later" }),
});

/** All ratings in the order in which they were made: those that are made meanwhile come last. */
export const readMadeRatings = teamUseCase({
  permission: "suppliers.read",
  input: madeRatingFilter.extend(partInput.shape),
  events: [],
  async run(ctx, { after, most, since, ...filter }) {
    const from = { ...filter, since: since === undefined ? undefined : new Date(since) };
    const found = await ctx.store.ratings.made(ctx.organisation.id, from, { after, most: most + 1 });
    const { items, more } = partOf(found, most);
    return { items: items.map((row) => madeRatingOf(ctx, row)), more };
  },
});

function madeRatingOf(ctx: TeamContext, { id, supplier, attestation, createdAt, rating, ...row }: MadeRating) {
  const { band, questionnaire, ruleSet, edition, score, confidence } = rating;
  return {
    ...{ id, supplier, attestation, at: createdAt.toISOString(), band },
    ...{ questionnaire: questionnaire.id, ruleSet: ruleSet.id, edition: edition.id },
    ...{ isNewest: row.isNewest, isVoid: row.isVoid, isRestricted: !readsNorthKorea(ctx) },
    ...(readsNorthKorea(ctx) ? { score, confidence } : {}),
  };
}

/** One rating with the steps that it is made of: all that the page of the supplier says of it. @throws Problem "not-found" */
export const readRating = teamUseCase({
  permission: "suppliers.read",
  input: z.object({ supplier: recordId, rating: recordId }),
  events: [],
  async run(ctx: TeamContext, { supplier, rating: id }): Promise<RatingRecord> {
    const { history, rated, restricted } = await showSupplier(ctx, { id: supplier, rating: id });
    // The page shows the newest instead of one that is not there.
    if (!history.some((one) => one.id === id && one.shown)) throw new Problem("not-found");
    if (rated) return ratingRecordOf({ supplier, id }, rated);
    if (restricted) return restrictedRecord({ supplier, id }, restricted);
    throw new Problem("not-found");
  },
});
