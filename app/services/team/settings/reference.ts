import type { TeamContext } from "#app/services/context/contexts";
import { countries, editions, referenceSources, tierOf } from "#scoring/editions/index";
import { spellingKey } from "#terms/names";

/** Every body of reference data with its source, and the countries that a search leaves with their tier each year. */
export function readReference(ctx: TeamContext, search: string) {
  ctx.require("reference.read");
  const names = new Intl.DisplayNames(ctx.language, { type: "region" });
  const wanted = spellingKey(search);
  const rows = countries.countries
    .map(({ iso2, name, tipCovered }) => ({ iso2, name: names.of(iso2) ?? name, english: name, tipCovered }))
    .filter(({ iso2, name, english }) => [iso2, name, english].some((text) => spellingKey(text).includes(wanted)))
    .sort((one, other) => one.name.localeCompare(other.name, ctx.language))
    .map((row) => ({ ...row, tiers: editions.map((edition) => tierOf(edition, row.iso2) ?? "none") }));
  return {
    sources: referenceSources(),
    years: editions.map(({ year }) => year),
    countries: rows,
    all: countries.countries.length,
  };
}
