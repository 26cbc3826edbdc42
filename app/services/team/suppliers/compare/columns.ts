import { countryName } from "#app/i18n/country-names";
import { dayMoment } from "#app/i18n/dates/moments";
import { isolate } from "#app/i18n/writing/isolate";
import type { TeamContext } from "#app/services/context/contexts";
import { readsNorthKorea } from "#app/services/north-korea/north-korea";
import type { VersionNames } from "#app/services/team/ratings/versions";
import type { ComparedColumn, ComparisonView } from "#app/views/team/suppliers/comparison";
import type { Compared } from "./compared-suppliers";
import { type ComparisonAsked, comparisonAddress } from "./comparison-address";
import { dprkOf, tiersOf } from "./rows/status-rows";
import { scoreOf } from "./rows/sum-rows";

type Around = Pick<ComparisonAsked, "ids" | "all"> & { readonly versions: VersionNames };

/** The heads of the columns. */
export function columnViews(
  ctx: TeamContext,
  compared: readonly Compared[],
  { versions, ids, all }: Around,
): readonly ComparedColumn[] {
  return compared.map(({ supplier, rated, signedAt, expected }) => ({
    id: supplier.id,
    name: supplier.name,
    ref: supplier.ref,
    place: placeOf(ctx, supplier),
    without: comparisonAddress({ ids: ids.filter((id) => id !== supplier.id), all }),
    rating: rated && {
      band: rated.rating.band,
      figures: readsNorthKorea(ctx) ? { ...scoreOf(rated), dprk: dprkOf(rated) } : undefined,
      tiers: tiersOf(ctx, rated.rating),
      signed: signedAt && dayMoment(signedAt, ctx.language),
      ...versions.of(rated.rating),
      questionnaire: rated.rating.questionnaire.id,
      changed: rated.answers === undefined,
    },
    expected: rated ? undefined : expected && { score: expected.score, band: expected.band },
  }));
}

export function placeOf({ language }: TeamContext, { place, country }: Compared["supplier"]): string {
  const name = countryName(country, language);
  return place === undefined ? name : `${isolate(place, language)}, ${name}`;
}

/** What all ratings have in common, and when the answers were signed. */
export function sharedFacts(
  ctx: TeamContext,
  compared: readonly Compared[],
  versions: VersionNames,
): Pick<ComparisonView, "madeBy" | "isSameQuestionnaire" | "signed"> {
  const ratings = compared.flatMap(({ rated }) => rated?.rating ?? []);
  const count = (of: (rating: (typeof ratings)[number]) => string) => new Set(ratings.map(of)).size;
  const [first] = ratings;
  const isSame = first && count(({ ruleSet }) => ruleSet.id) === 1 && count(({ edition }) => edition.id) === 1;
  const signed = compared
    .flatMap(({ signedAt }) => signedAt ?? [])
    .sort((one, other) => one.getTime() - other.getTime());
  const [from, until] = [signed[0], signed.at(-1)];
  const day = (at: Date) => dayMoment(at, ctx.language).text;
  return {
    madeBy: isSame ? versions.of(first) : undefined,
    isSameQuestionnaire: count(({ questionnaire }) => questionnaire.id) <= 1,
    signed: from && until && { from: day(from), until: day(until) },
  };
}
