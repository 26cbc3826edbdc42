import type { TeamContext } from "#app/services/context/contexts";
import type { VersionNames } from "#app/services/team/ratings/versions";
import type { MixedVersions } from "#app/views/team/suppliers/filters/mixed-versions";
import type { RatedWith, SupplierFilter } from "#db/supplier-table";

/** By what the ratings of a view were made: none where all share theirs, for then it is one ranking. */
export async function ratedWithIn(ctx: TeamContext, filter: SupplierFilter): Promise<readonly RatedWith[]> {
  const found = await ctx.store.suppliers.ratedWith(ctx.organisation.id, filter);
  return found.length > 1 ? found : [];
}

export function mixedVersions(found: readonly RatedWith[], versions: VersionNames): MixedVersions {
  return found.map(({ ruleSet, edition, suppliers }) => ({
    ...{ rules: versions.ruleSet(ruleSet), edition: versions.edition(edition), suppliers },
  }));
}
