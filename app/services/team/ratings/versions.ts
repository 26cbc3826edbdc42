import type { TeamContext } from "#app/services/context/contexts";
import { findEdition } from "#scoring/editions/index";
import type { Rating } from "#scoring/rating";
import { findRuleSet } from "#scoring/rulesets/index";

/** What a rating was made with, in words. */
export type Versions = { readonly rules: string; readonly edition: string };

/** The title of a rule set; its id where it is not ours any more. */
export function ruleSetName(id: string): string {
  return findRuleSet(id)?.title ?? id;
}

/** A country edition as people call it: `TIP 2025`. */
export function editionName(ctx: Pick<TeamContext, "t" | "language">, id: string): string {
  const edition = findEdition(id);
  return edition ? ctx.t(ctx.language)("ratings:editionName", { year: edition.year }) : id;
}

export function versionsOf(
  ctx: Pick<TeamContext, "t" | "language">,
  rating: Pick<Rating, "ruleSet" | "edition">,
): Versions {
  return { rules: ruleSetName(rating.ruleSet.id), edition: editionName(ctx, rating.edition.id) };
}
