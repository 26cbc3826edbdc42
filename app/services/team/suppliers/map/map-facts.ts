import { countryName } from "#app/i18n/country-names";
import type { TeamContext } from "#app/services/context/contexts";
import { readsNorthKorea } from "#app/services/north-korea/north-korea";
import { newestEdition } from "#app/services/ratings/rating-versions";
import { readSupplierView, supplierAddress } from "#app/services/team/suppliers/filters/supplier-filter";
import type { MapCountry } from "#app/views/team/map/map";
import type { SupplierSpread } from "#db/supplier-spread";
import type { LoadedEdition } from "#scoring/editions/load-edition";
import type { TableBand } from "#terms/bands";
import { fewestForMedian, roundPoints } from "#terms/points";

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
  const medians = await mediansOf(ctx, spread);
  const countries = spread.countries.map(({ country, byBand }): MapCountry => {
    const suppliers = suppliersIn(byBand);
    return {
      code: country,
      name: countryName(country, ctx.language),
      tier: edition.tierOf(country) ?? "none",
      suppliers,
      rated: suppliers - byBand.none,
      grave: byBand.high + byBand.critical,
      median: medians.get(country),
      href: countryAddress(country),
    };
  });
  return { spread, edition, countries: mostFirst(ctx, countries) };
}

/** A country with suppliers, and the list of them. */
export type NamedCountry = Pick<MapCountry, "code" | "name" | "suppliers" | "href">;

/** The same countries in the same order, and no more of them than how many suppliers each has. */
export async function suppliersByCountry(ctx: TeamContext): Promise<readonly NamedCountry[]> {
  const counted = await ctx.store.suppliers.countries(ctx.organisation.id);
  const named = counted.map(({ country, suppliers }) => ({
    ...{ code: country, name: countryName(country, ctx.language), suppliers, href: countryAddress(country) },
  }));
  return mostFirst(ctx, named);
}

function mostFirst<Country extends NamedCountry>(ctx: TeamContext, countries: readonly Country[]): readonly Country[] {
  const byName = new Intl.Collator(ctx.language);
  return countries.toSorted((a, b) => b.suppliers - a.suppliers || byName.compare(a.name, b.name));
}

/** Of the ratings that most have in common. Scores move with what is said of North Korean labour. */
async function mediansOf(ctx: TeamContext, { made: [most] }: SupplierSpread): Promise<ReadonlyMap<string, number>> {
  if (most === undefined || !readsNorthKorea(ctx)) return new Map();
  const medians = await ctx.store.suppliers.medians(ctx.organisation.id, most);
  const enough = medians.filter(({ rated }) => rated >= fewestForMedian);
  return new Map(enough.map(({ country, median }) => [country, roundPoints(median)]));
}

export function suppliersIn({ low, medium, high, critical, none }: CountedBands): number {
  return low + medium + high + critical + none;
}

/** The table with the suppliers of one country; those with sites there stand in it too. */
export function countryAddress(country: string): string {
  return supplierAddress({ ...readSupplierView(new URLSearchParams()), country });
}
