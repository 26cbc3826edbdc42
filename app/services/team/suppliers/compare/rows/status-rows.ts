import { countryName } from "#app/i18n/country-names";
import type { TeamContext } from "#app/services/context/contexts";
import { summaryOf } from "#app/services/ratings/rating-record";
import { shownStatus } from "#app/services/team/ratings/rating-view";
import type { Compared, ComparedRating } from "#app/services/team/suppliers/compare/compared-suppliers";
import type { ComparedRow } from "#app/views/team/suppliers/comparison";
import type { CountryTier } from "#app/views/team/suppliers/supplier-line";
import type { Rating } from "#scoring/rating";
import { cellsOf, figureCells } from "./cells";
import type { SumNames } from "./sum-names";

/** Confidence, what the laws ask, North Korean labour, and the tiers of the countries of all sites. */
export function statusRows(ctx: TeamContext, compared: readonly Compared[], names: SumNames): readonly ComparedRow[] {
  const plain = { code: "" };
  return [
    {
      ...{ ...plain, kind: "confidence", key: "confidence", name: names.confidence },
      ...figureCells(compared, ({ rating }) => rating.confidence, { worse: "less" }),
    },
    tierRow(ctx, compared, names),
    {
      ...{ ...plain, kind: "dprk", key: "dprk", name: names.dprk },
      ...cellsOf(compared, dprkOf),
    },
    ...lawRows(compared),
  ];
}

/** The tiers of the countries of all sites. */
export function tierRow(ctx: TeamContext, compared: readonly Compared[], names: SumNames): ComparedRow {
  return {
    ...{ code: "", kind: "tiers", key: "tiers", name: names.tiers },
    ...cellsOf(compared, ({ rating }) => tiersOf(ctx, rating)),
  };
}

export function dprkOf({ rating: { dprkLabour: state, disclosed } }: Pick<ComparedRating, "rating">) {
  return { state, disclosed };
}

/** Distinct countries of the sites that were rated, worst tier first. */
export function tiersOf(ctx: Pick<TeamContext, "language">, rating: Rating): readonly CountryTier[] {
  return summaryOf(rating).tiers.map((one) => ({ ...one, name: countryName(one.country, ctx.language) }));
}

/** Every law that somebody was asked about. One that others were not asked about has no status for them. */
function lawRows(compared: readonly Compared[]): readonly ComparedRow[] {
  const first = new Map<string, ComparedRating>();
  for (const { rated } of compared)
    for (const law of Object.keys(rated?.rating.statuses ?? {})) if (rated && !first.has(law)) first.set(law, rated);
  return [...first].map(([law, { words }]) => ({
    ...{ kind: "status", key: `law ${law}`, code: "", name: words.regime(law) },
    ...cellsOf(compared, ({ rating, made }) => shownStatus(rating.statuses[law] ?? "not-in-scope", made.ruleSet)),
  }));
}
