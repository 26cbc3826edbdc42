import * as z from "zod";
import { teamUseCase } from "#app/services/context/use-case";
import { isOwnEdition } from "#app/services/editions/own-edition";
import { countries, referenceSources } from "#scoring/editions/index";
import { spellingKey } from "#terms/names";

/** Every body of reference data with its source, and the countries that a search leaves with their tier each year. */
export const readReference = teamUseCase({
  permission: "reference.read",
  // No name of a country is longer: more than that finds as little as nothing said.
  input: z.object({ search: z.string().max(100).catch("") }),
  events: [],
  async run(ctx, { search }) {
    // An organisation's own may be of any year and any index: they stand on a page of their own.
    const all = await ctx.catalogue.editions(ctx.organisation.id);
    const editions = all.filter(({ id }) => !isOwnEdition(id));
    const names = new Intl.DisplayNames(ctx.language, { type: "region" });
    const wanted = spellingKey(search);
    const rows = countries.countries
      .map(({ iso2, name, tipCovered }) => ({ iso2, name: names.of(iso2) ?? name, english: name, tipCovered }))
      .filter(({ iso2, name, english }) => [iso2, name, english].some((text) => spellingKey(text).includes(wanted)))
      .sort((one, other) => one.name.localeCompare(other.name, ctx.language))
      .map((row) => ({ ...row, tiers: editions.map((edition) => edition.tierOf(row.iso2) ?? "none") }));
    return {
      search,
      sources: referenceSources(),
      years: editions.map(({ year }) => year),
      countries: rows,
      all: countries.countries.length,
      mayAdd: ctx.may("editions.add"),
    };
  },
});
