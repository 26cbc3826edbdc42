import type { TFunction } from "i18next";
import { countryName } from "#app/i18n/country-names";
import type { namespaces } from "#app/i18n/texts/namespaces";
import type { FilterChoices, NamedChoice } from "#app/views/team/suppliers/filters/filters";
import { countries } from "#scoring/editions/index";
import type {
  FiltersOfOpenValues,
  FiltersWith,
  SupplierFilterName,
  SupplierFilterValue,
} from "#terms/suppliers/supplier-filters";

/** What words are made with: the language, and what the organisation calls its own. */
export type WordSources = {
  readonly t: TFunction<typeof namespaces>;
  readonly language: string;
  readonly campaigns: readonly NamedChoice[];
  readonly people: readonly NamedChoice[];
  readonly tags: readonly NamedChoice[];
};

type FilterWords<F extends SupplierFilterName> = {
  /** What the filter is called. */
  readonly name: (sources: WordSources) => string;
  readonly value: (sources: WordSources, value: SupplierFilterValue<F>) => string;
} & (F extends FiltersWith<false> ? FieldWords : unknown) &
  (F extends FiltersOfOpenValues ? OpenChoices : unknown);

/** What stands in the field while nothing is set; for a search, what can be typed. */
type FieldWords = { readonly unset: (sources: WordSources) => string };

type OpenChoices = { readonly choices: (sources: WordSources) => FilterChoices };

/** The words of every filter of the suppliers table. A filter, or a value of one, without words does not compile. */
export const filterWords: { readonly [F in SupplierFilterName]: FilterWords<F> } = {
  search: {
    name: ({ t }) => t("ratings:suppliers.filters.search"),
    unset: ({ t }) => t("ratings:suppliers.findHint"),
    value: (_, typed) => typed,
  },
  bands: {
    name: ({ t }) => t("ratings:suppliers.filters.band"),
    value: ({ t }, band) => t(`team:band.${band}`),
  },
  expected: {
    name: ({ t }) => t("ratings:suppliers.filters.expected"),
    unset: ({ t }) => t("ratings:suppliers.filters.expectedAny"),
    value: ({ t }, band) => t(`team:band.${band}`),
  },
  dprk: {
    name: ({ t }) => t("ratings:suppliers.filters.dprk"),
    unset: ({ t }) => t("ratings:suppliers.filters.dprkAny"),
    value: ({ t }, state) => t(`team:dprk.${state}`),
  },
  tier: {
    name: ({ t }) => t("ratings:suppliers.filters.tier"),
    unset: ({ t }) => t("ratings:suppliers.filters.tierAny"),
    value: ({ t }, tier) => t(`team:tier.long.${tier}`),
  },
  confidence: {
    name: ({ t }) => t("ratings:suppliers.filters.confidence"),
    unset: ({ t }) => t("ratings:suppliers.filters.confidenceAny"),
    value: ({ t }, range) => t(`ratings:suppliers.confidenceRange.${range}`),
  },
  country: {
    name: ({ t }) => t("ratings:suppliers.filters.country"),
    unset: ({ t }) => t("ratings:suppliers.filters.countryAny"),
    value: ({ language }, code) => countryName(code, language),
    choices: ({ language }) => countryChoices(language),
  },
  owner: {
    name: ({ t }) => t("table:filters.owner"),
    unset: ({ t }) => t("table:filters.ownerAny"),
    value: ({ people }, id) => people.find((one) => one.id === id)?.name ?? id,
    choices: ({ people }) => people,
  },
  tag: {
    name: ({ t }) => t("table:filters.tag"),
    unset: ({ t }) => t("table:filters.tagAny"),
    value: ({ tags }, id) => tags.find((one) => one.id === id)?.name ?? id,
    choices: ({ tags }) => tags,
  },
  campaign: {
    name: ({ t }) => t("ratings:suppliers.filters.campaign"),
    unset: ({ t }) => t("ratings:suppliers.filters.campaignAny"),
    value: ({ campaigns }, id) => campaigns.find((one) => one.id === id)?.name ?? id,
    choices: ({ campaigns }) => campaigns,
  },
  archived: {
    name: ({ t }) => t("table:filters.archived"),
    unset: ({ t }) => t("table:filters.archivedNot"),
    value: ({ t }) => t("table:filters.archivedOnly"),
  },
};

const countriesByName = new Map<string, string>();

/** All countries by name, in the order of the language: codes and names by turns, each on a line. */
function countryChoices(language: string): string {
  const known = countriesByName.get(language);
  if (known !== undefined) return known;
  const byName = new Intl.Collator(language).compare;
  const made = countries.countries
    .map(({ iso2 }) => ({ id: iso2, name: countryName(iso2, language) }))
    .sort((one, other) => byName(one.name, other.name))
    .flatMap(({ id, name }) => [id, name])
    .join("\n");
  countriesByName.set(language, made);
  return made;
}
