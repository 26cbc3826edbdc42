import { countryName } from "#app/i18n/country-names";
import type { TeamContext } from "#app/services/context/contexts";
import { newestEdition } from "#app/services/ratings/rating-versions";
import { readSupplierView, supplierAddress } from "#app/services/team/suppliers/filters/supplier-filter";
import type { MapCountry } from "#app/views/team/suppliers/map";
import type { SupplierSpread } from "#db/supplier-spread";
import type { LoadedEdition } from "#scoring/editions/load-edition";
import type { TableBand } from "#terms/bands";

type CountedBands = Readonly<Record<TableBand, number>>;

/** How the suppliers of an organisation are spread, over the tiers of its newest country edition. */
export type MapFacts = {
  readonly spread: SupplierSpread;
  readonly edition: LoadedEdition;
  /** Most suppliers first. */
  readonly countries: readonly MapCountry[];
};

export async function readMapFacts(ctx: TeamContext): Promise<MapFacts> {
  const edition = await newestEdition(ctx, ctx.organisation.id);
  const spread = await ctx.store.suppliers.spread(ctx.organisation.id);
  const countries = spread.countries.map(({ country, byBand }): MapCountry => {
    const suppliers = suppliersIn(byBand);
    return {
      code: country,
      name: countryName(country, ctx.language),
      tier: edition.tierOf(country) ?? "none",
      suppliers,
      rated: suppliers - byBand.none,
      grave: byBand.high + byBand.critical,
      href: countryAddress(country),
    };
  });
  const byName = new Intl.Collator(ctx.language);
  const sorted = countries.toSorted((a, b) => b.suppliers - a.suppliers || byName.compare(a.name, b.name));
  return { spread, edition, countries: sorted };
}

export function suppliersIn({ low, medium, high, critical, none }: CountedBands): number {
  return low + medium + high + critical + none;
}

/** The table with the suppliers of one country; those with sites there stand in it too. */
export function countryAddress(country: string): string {
  return supplierAddress({ ...readSupplierView(new URLSearchParams()), country });
}
