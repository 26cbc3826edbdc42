import * as z from "zod";
import type { TeamContext } from "#app/services/context/contexts";
import { seesReasons } from "#app/services/team/reviews/shown/shown-parts";
import type { ReviewFilter } from "#db/store";
import { type ReviewView, reviewKinds, reviewSorts, reviewViews } from "#terms/reviews/review-views";

/** Which list of reviews, as its address says; what it says wrongly is what is usual. */
export const listInput = z.object({
  view: z.enum(reviewViews).catch("all"),
  kind: z.enum(reviewKinds).optional().catch(undefined),
  sort: z.enum(reviewSorts).catch("due"),
});
export type ReviewList = z.output<typeof listInput>;

/**
 * The same for whoever asks. What is left in a review counts what some may not see, and what waits for a second person is about
 * it too: for them a list is narrowed by neither.
 */
export function listFor(ctx: Pick<TeamContext, "may">, { view, kind, sort }: ReviewList): ReviewList {
  if (seesReasons(ctx)) return { view, sort, ...(kind && { kind }) };
  return { view: view === "second" ? "all" : view, sort };
}

/** @param list as it is for the reader */
export function filterOf(ctx: TeamContext, { view, kind, sort }: ReviewList): ReviewFilter {
  return { ...filterOfView(ctx, view), sort, ...(kind && { kind }) };
}

function filterOfView(ctx: TeamContext, view: ReviewView): Omit<ReviewFilter, "sort" | "kind"> {
  switch (view) {
    case "mine":
      return { state: "open", assignedTo: ctx.user.id };
    case "second":
      return { state: "open", waiting: true };
    case "settled":
      return { state: "settled" };
    default:
      return { state: "open" };
  }
}

/** The query of an address, without what is usual; begins with `?` or is empty. */
export function queryOf(
  { view, kind, sort }: ReviewList,
  more: Readonly<Record<string, string | undefined>> = {},
): string {
  const query = new URLSearchParams();
  if (view !== "all") query.set("view", view);
  if (kind) query.set("kind", kind);
  if (sort !== "due") query.set("sort", sort);
  for (const [name, value] of Object.entries(more)) if (value !== undefined && value !== "") query.set(name, value);
  return query.size === 0 ? "" : `?${query}`;
}
