import { countryMatcher } from "./countries/country-matcher";
import countriesJson from "./published/countries.json" with { type: "json" };
import fingerprintsJson from "./published/fingerprints.json" with { type: "json" };
import goodsJson from "./published/goods.json" with { type: "json" };
import hostsJson from "./published/hosts.json" with { type: "json" };
import hsChaptersJson from "./published/hs-chapters.json" with { type: "json" };
import materialsJson from "./published/materials.json" with { type: "json" };
import sectorsJson from "./published/sectors.json" with { type: "json" };
import tip2020 from "./published/tip-2020.json" with { type: "json" };
import tip2021 from "./published/tip-2021.json" with { type: "json" };
import tip2022 from "./published/tip-2022.json" with { type: "json" };
import tip2023 from "./published/tip-2023.json" with { type: "json" };
import tip2024 from "./published/tip-2024.json" with { type: "json" };
import tip2025 from "./published/tip-2025.json" with { type: "json" };
import {
  type Country,
  type CountryEdition,
  countryEdition,
  countryList,
  fingerprintList,
  goodsList,
  hostList,
  hsChapterList,
  materialList,
  type Provenance,
  sectorList,
  type Tier,
} from "./schemas";

/** Every country edition, oldest first. */
export const editions: readonly CountryEdition[] = [tip2020, tip2021, tip2022, tip2023, tip2024, tip2025].map((json) =>
  countryEdition.parse(json),
);
/** Countries and areas with the spellings they are known by. */
export const countries = countryList.parse(countriesJson);
/** Goods listed by the US Department of Labor, with the goods made from them. */
export const goods = goodsList.parse(goodsJson);
/** Raw materials asked about by name. */
export const materials = materialList.parse(materialsJson);
/** Countries reported to have hosted North Korean workers, and the industries named there. */
export const hosts = hostList.parse(hostsJson);
/** Harmonized System chapters and the sectors their goods come from. */
export const hsChapters = hsChapterList.parse(hsChaptersJson);
/** Sectors with their risk and hazards. */
export const sectors = sectorList.parse(sectorsJson);
/** SHA-256 of the canonical JSON of each body of reference data, in hex, by id. */
export const fingerprints: Readonly<Record<string, string>> = fingerprintList.parse(fingerprintsJson);

const editionsById = new Map(editions.map((edition) => [edition.id, edition]));
const countriesByCode = new Map(countries.countries.map((country) => [country.iso2, country]));

/** Ids of all sectors that reports name for North Korean labour, in any country. */
export const dprkSectors: ReadonlySet<string> = new Set(hosts.industries.flatMap((industry) => industry.sectors));

/** The edition with this id, such as "tip-2025". */
export function findEdition(id: string): CountryEdition | undefined {
  return editionsById.get(id);
}

/** The edition of the newest year: the one a rating uses unless told otherwise. */
export function currentEdition(): CountryEdition {
  const [first, ...rest] = editions;
  if (!first) throw new Error("There is no country edition");
  return rest.reduce((newest, edition) => (edition.year > newest.year ? edition : newest), first);
}

/** The tier of a country (ISO 3166-1 alpha-2, capitals) in an edition; undefined means not ranked. */
export function tierOf(edition: CountryEdition, iso2: string): Tier | undefined {
  return Object.hasOwn(edition.tiers, iso2) ? edition.tiers[iso2] : undefined;
}

/** The country with this ISO 3166-1 alpha-2 code, in capitals. */
export function findCountry(iso2: string): Country | undefined {
  return countriesByCode.get(iso2);
}

/** Reads a country as people write it in lists; a near miss is only ever suggested, never matched. */
export const matchCountry = countryMatcher(countries.countries);

/** One entry for each body of reference data, with where it comes from, its doubts and its number of rows. */
export function referenceSources(): (Provenance & { rows: number })[] {
  const described = ({ id, title, publisher, year, source, licence, doubts }: Provenance, rows: number) => ({
    id,
    title,
    publisher,
    year,
    source,
    licence,
    doubts,
    rows,
  });
  return [
    ...editions.map((edition) => described(edition, Object.keys(edition.tiers).length)).reverse(),
    described(goods, goods.lines.length),
    described(materials, materials.materials.length),
    described(hosts, hosts.hosts.length),
    described(sectors, sectors.sectors.length),
    described(hsChapters, hsChapters.chapters.length),
    described(countries, countries.countries.length),
  ];
}

export type { CountryMatch } from "./countries/country-matcher";
export { isHostIndustryChapter, type Listing, listingOf } from "./goods-listing";
export type * from "./schemas";
