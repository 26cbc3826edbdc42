import * as z from "zod";
import { Problem } from "#app/domain/problem";
import type { TeamContext } from "#app/services/context/contexts";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { filterOf, listFor } from "#app/services/team/reviews/review-list";
import { seesReasons } from "#app/services/team/reviews/shown/shown-parts";
import type { Review, ReviewRow } from "#db/records";
import { bands } from "#terms/bands";
import { reviewStates } from "#terms/reviews/decisions";
import { reviewKinds, reviewViews } from "#terms/reviews/review-views";
import { instant, partInput, partOf } from "./parts";

/** What was signed and waits for decisions, or was decided. `left` is absent for whoever may not see what it counts. */
export const reviewRecord = z.strictObject({
  attestation: z.string(),
  supplier: z.strictObject({ id: z.string(), ref: z.string(), name: z.string() }),
  reference: z.string(),
  band: z.enum(bands),
  state: z.enum(reviewStates),
  dueAt: instant,
  assignedTo: z.string().optional(),
  left: z.strictObject({ floors: z.int(), findings: z.int(), files: z.int(), waiting: z.int() }).optional(),
});
export type ReviewRecord = z.output<typeof reviewRecord>;

/** A list of reviews, as the page has them. */
export const reviewFilterInput = z.object({
  view: z.enum(reviewViews).default("all"),
  kind: z.enum(reviewKinds).optional(),
});

/** Reviews by the id of what is reviewed. */
export const readReviews = teamUseCase({
  permission: "reviews.read",
  input: reviewFilterInput.extend(partInput.shape),
  events: [],
  async run(ctx, { view, kind, after, most }) {
    const { sort: _, ...filter } = filterOf(ctx, listFor(ctx, { view, sort: "due", ...(kind && { kind }) }));
    const found = await ctx.store.reviews.after(ctx.organisation.id, filter, { after, most: most + 1 });
    const { items, more } = partOf(found, most);
    return { items: items.map((row) => recordOf(ctx, row)), more };
  },
});

/** How one review stands. @throws Problem "not-found" */
export const readReviewState = teamUseCase({
  permission: "reviews.read",
  input: z.object({ attestation: recordId }),
  events: [],
  async run(ctx, { attestation }) {
    const org = ctx.organisation.id;
    const review = await ctx.store.reviews.get(org, attestation);
    const of = review && (await ctx.store.suppliers.get(org, review.supplier));
    const file = review && (await ctx.store.attestations.get(org, attestation));
    if (!review || !of || !file) throw new Problem("not-found");
    const { name, ref } = of.supplier;
    return recordOf(ctx, { ...review, name, ref, reference: file.attestation.reference });
  },
});

function recordOf(ctx: TeamContext, row: ReviewRow): ReviewRecord {
  const { attestation, supplier, name, ref, reference, rank, state, dueAt, assignedTo } = row;
  return {
    ...{ attestation, supplier: { id: supplier, ref, name }, reference, state, assignedTo },
    band: bands[bands.length - 1 - rank] ?? "low",
    dueAt: dueAt.toISOString(),
    left: seesReasons(ctx) ? leftOf(row) : undefined,
  };
}

function leftOf({ floors, findings, files, waiting }: Review): ReviewRecord["left"] {
  return { floors, findings, files, waiting };
}
