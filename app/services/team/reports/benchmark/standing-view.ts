import { countryName } from "#app/i18n/country-names";
import type { TeamContext } from "#app/services/context/contexts";
import { readsNorthKorea } from "#app/services/north-korea/north-korea";
import type { VersionNames } from "#app/services/team/ratings/versions";
import type { StandingView } from "#app/views/team/reports/benchmark";
import type { Peers } from "#db/supplier-spread";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { fewestOthers, percentileOf } from "./peers";
import { sectorNames } from "./sector-names";

/** By their ids; with the questionnaire that was answered. */
type Rated = { readonly supplier: string; readonly rating: string; readonly questionnaire: LoadedQuestionnaire };

type Kind = "both" | "sector" | "country";

/**
 * How a supplier compares with others of its sector and country; undefined where another rating than the newest is looked at.
 * A score moves with answers on North Korean labour, and so does its place: whoever does not see these sees none.
 */
export async function standingView(
  ctx: TeamContext,
  { supplier, rating, questionnaire }: Rated,
  versions: VersionNames,
): Promise<StandingView | undefined> {
  if (!readsNorthKorea(ctx)) return undefined;
  const standing = await ctx.store.suppliers.standing(ctx.organisation.id, supplier);
  if (!standing || standing.rating !== rating) return undefined;
  const t = ctx.t(ctx.language);
  const { inBoth, inSector, inCountry, sector, ruleSet, edition } = standing;
  const names = {
    country: countryName(standing.country, ctx.language),
    sector: sector === undefined ? "" : (await sectorNames(ctx, questionnaire))(sector),
  };
  const said = (kind: Kind, peers: Peers | undefined): readonly string[] => {
    if (peers === undefined) return [];
    const percentile = percentileOf(peers);
    if (percentile === undefined) return [t(`reports:standing.few.${kind}`, { ...names, least: fewestOthers })];
    return [t(`reports:standing.at.${kind}`, { ...names, percentile, others: peers.others })];
  };
  return {
    sentences: [
      ...said("both", inBoth),
      ...said("sector", inSector),
      ...said("country", inCountry),
      ...(sector === undefined ? [t("reports:standing.noSector")] : []),
    ],
    definition: t("reports:standing.definition", {
      rules: versions.ruleSet(ruleSet),
      edition: versions.edition(edition),
    }),
  };
}
