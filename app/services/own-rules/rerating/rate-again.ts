import { countryName } from "#app/i18n/country-names";
import type { TeamContext } from "#app/services/context/contexts";
import { noInput } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { versionNames } from "#app/services/team/ratings/versions";
import { reviewRules } from "#app/services/team/reviews/second-person";
import type { RateAgainPage, RerateOffers } from "#app/views/team/rules/own-rules";

/** By which rules and countries suppliers can be rated again, and which suppliers. */
export const showRateAgain = teamUseCase({
  permission: "rules.try",
  input: noInput,
  events: [],
  async run(ctx): Promise<RateAgainPage> {
    const ruleSets = await ctx.catalogue.ruleSets(ctx.organisation.id);
    return {
      ...(await rerateOffers(ctx)),
      ruleSets: ruleSets.map(({ id, title }) => ({ value: id, label: title })).reverse(),
      mayOrder: ctx.may("rules.decide"),
    };
  },
});

/** Editions, countries and campaigns that suppliers can be rated again with. */
export async function rerateOffers(ctx: TeamContext): Promise<RerateOffers> {
  const org = ctx.organisation.id;
  const [spread, campaigns, editions, names, { second }] = await Promise.all([
    ctx.store.suppliers.spread(org),
    ctx.store.campaigns.all(org),
    ctx.catalogue.editions(org),
    versionNames(ctx),
    reviewRules(ctx),
  ]);
  const codes = [...new Set(spread.countries.map(({ country }) => country))];
  const countries = codes.map((value) => ({ value, label: countryName(value, ctx.language) }));
  const { compare } = new Intl.Collator(ctx.language);
  return {
    editions: editions.map(({ id }) => ({ value: id, label: names.edition(id) })).reverse(),
    countries: countries.sort((one, other) => compare(one.label, other.label)),
    campaigns: campaigns.map(({ id, name }) => ({ value: id, label: name })),
    asksSecond: second.includes("suppliers-rerated"),
  };
}
