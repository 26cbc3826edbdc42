import { countryName } from "#app/i18n/country-names";
import { maps } from "#app/pictures/map/map-file";
import { marksOf } from "#app/pictures/map/marks";
import type { TeamContext } from "#app/services/context/contexts";
import type { MapCountry } from "#app/views/team/map/map";
import type { SiteMapView } from "#app/views/team/map/site-map";

/** How many sites the largest circle stands for, at least. */
const largestCircle = 10;
/** Room around circles for their names, and the narrowest part of the world that is shown, in units of the map. */
const around = 90;
const narrowest = 420;

/** The sites of a supplier on a map of the world, by country: a site says no more of where it is. */
export function siteMap(ctx: TeamContext, sites: readonly { readonly country: string }[]): SiteMapView {
  const t = ctx.t(ctx.language);
  const counted = new Map<string, number>();
  for (const { country } of sites) counted.set(country, (counted.get(country) ?? 0) + 1);
  const countries = [...counted].map(([code, suppliers]): MapCountry => {
    const name = countryName(code, ctx.language);
    return { code, name, tier: "none", suppliers, rated: 0, grave: 0, href: "" };
  });
  const marks = marksOf(maps.world, countries, largestCircle).map(
    ({ country: { name, suppliers }, x, y, radius, label }) => ({
      ...{ name, sites: suppliers, x, y, radius, label },
      said: t("ratings:page.sites.mark", { country: name, count: suppliers }),
    }),
  );
  return { box: partAround(marks), land: maps.world.box, marks, title: t("ratings:page.sites.map") };
}

/** The part of the world that has all circles with their names, in the shape of the world. */
function partAround(marks: readonly { readonly x: number; readonly y: number }[]): SiteMapView["box"] {
  const [left, top, width, height] = maps.world.box;
  const spanOf = (places: readonly number[]) => ({
    middle: (Math.min(...places) + Math.max(...places)) / 2,
    length: Math.max(...places) - Math.min(...places) + 2 * around,
  });
  if (marks.length === 0) return maps.world.box;
  const [across, down] = [spanOf(marks.map(({ x }) => x)), spanOf(marks.map(({ y }) => y))];
  const wide = Math.min(width, Math.max(narrowest, across.length, (down.length * width) / height));
  const high = (wide * height) / width;
  const within = (middle: number, size: number, from: number, all: number) =>
    Math.round(Math.min(Math.max(middle - size / 2, from), from + all - size));
  return [
    within(across.middle, wide, left, width),
    within(down.middle, high, top, height),
    Math.round(wide),
    Math.round(high),
  ];
}
