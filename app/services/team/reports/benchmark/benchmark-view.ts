import { countryName } from "#app/i18n/country-names";
import type { TeamContext } from "#app/services/context/contexts";
import { readsNorthKorea } from "#app/services/north-korea/north-korea";
import { versionNames } from "#app/services/team/ratings/versions";
import { filterOf, readSupplierView } from "#app/services/team/suppliers/filters/supplier-filter";
import type { BenchmarkView, GroupView } from "#app/views/team/reports/benchmark";
import type { PeerGroup } from "#db/supplier-spread";
import { bands } from "#terms/bands";
import { fewestOthers } from "./peers";
import { sectorNames } from "./sector-names";

/** Groups of each kind that are shown. */
const mostGroups = 40;

/** What is usual among the suppliers of a country and of a sector, by the same rules and countries. */
export async function benchmarkView(ctx: TeamContext): Promise<BenchmarkView> {
  const org = ctx.organisation.id;
  const t = ctx.t(ctx.language);
  const versions = await versionNames(ctx);
  const sectorName = await sectorNames(ctx);
  // A supplier of the group has all the others as its peers.
  const groups = await ctx.store.suppliers.peerGroups(org, { least: fewestOthers + 1, most: mostGroups });
  const { byBand } = await ctx.store.suppliers.table(org, filterOf(readSupplierView(new URLSearchParams())));
  const showsScores = readsNorthKorea(ctx);
  const view =
    (name: (of: string) => string) =>
    (group: PeerGroup): GroupView => {
      const { of, ruleSet, edition, suppliers, grave, quarters } = group;
      return {
        key: `${of} ${ruleSet} ${edition}`,
        name: name(of),
        made: t("reports:benchmark.made", { rules: versions.ruleSet(ruleSet), edition: versions.edition(edition) }),
        ...{ suppliers, grave },
        ...(showsScores && { quarters }),
      };
    };
  return {
    countries: groups.countries.map(view((code) => countryName(code, ctx.language))),
    sectors: groups.sectors.map(view(sectorName)),
    rated: bands.reduce((sum, band) => sum + byBand[band], 0),
    showsScores,
  };
}
