import { countryName } from "#app/i18n/country-names";
import { maps } from "#app/pictures/map/map-file";
import { marksOf } from "#app/pictures/map/marks";
import type { TeamContext } from "#app/services/context/contexts";
import type { SiteMapView } from "#app/views/team/supplier/site-map";
import type { MapCountry } from "#app/views/team/suppliers/map";

/** The sites of a supplier on a map of the world, by country: a site says no more of where it is. */
export function siteMap(ctx: TeamContext, sites: readonly { readonly country: string }[]): SiteMapView {
  const t = ctx.t(ctx.language);
  const counted = new Map<string, number>();
  for (const { country } of sites) counted.set(country, (counted.get(country) ?? 0) + 1);
  const countries = [...counted].map(([code, suppliers]): MapCountry => {
    const name = countryName(code, ctx.language);
    return { code, name, tier: "none", suppliers, rated: 0, grave: 0, href: "" };
  });
  const { box } = maps.world;
  const marks = marksOf(maps.world, countries).map(({ country: { name, suppliers }, x, y, radius, label }) => ({
    ...{ name, sites: suppliers, x, y, radius, label },
    said: t("ratings:page.sites.mark", { country: name, count: suppliers }),
  }));
  return { box, marks, title: t("ratings:page.sites.map") };
}
