import { type LoadedEdition, loadEdition } from "./load-edition";
import countriesJson from "./published/countries.json" with { type: "json" };
import fingerprintsJson from "./published/fingerprints.json" with { type: "json" };
import goodsJson from "./published/goods.json" with { type: "json" };
import hostsJson from "./published/hosts.json" with { type: "json" };
import hsChaptersJson from "./published/hs-chapters.json" with { type: "json" };
import materialsJson from "./published/materials.json" with { type: "json" };
import migrantLabourJson from "./published/migrant-labour.json" with { type: "json" };
import sectorsJson from "./published/sectors.json" with { type: "json" };
import tip2020 from "./published/tip-2020.json" with { type: "json" };
import tip2021 from "./published/tip-2021.json" with { type: "json" };
import tip2022 from "./published/tip-2022.json" with { type: "json" };
import tip2023 from "./published/tip-2023.json" with { type: "json" };
import tip2024 from "./published/tip-2024.json" with { type: "json" };
import tip2025 from "./published/tip-2025.json" with { type: "json" };
import { loadReferenceLists } from "./reference-lists";
import { fingerprintList, type Provenance } from "./schemas";

/** SHA-256 of the canonical JSON of each built-in body of reference data, in hex, by id. */
export const fingerprints: Readonly<Record<string, string>> = fingerprintList.parse(fingerprintsJson);

/** The built-in lists: countries, goods, materials, host countries, HS chapters, sectors, and where migrant labour is usual. */
export const referenceLists = loadReferenceLists({
  countries: countriesJson,
  goods: goodsJson,
  materials: materialsJson,
  hosts: hostsJson,
  hsChapters: hsChaptersJson,
  sectors: sectorsJson,
  migrantLabour: migrantLabourJson,
});
export const { countries, goods, materials, hosts, hsChapters, sectors, migrantLabour, matchCountry } = referenceLists;

/** Every built-in country edition, oldest first. */
export const editions: readonly LoadedEdition[] = [tip2020, tip2021, tip2022, tip2023, tip2024, tip2025].map((json) =>
  loadEdition(json, referenceLists, fingerprints[json.id]),
);

/** The built-in edition with this id, such as "tip-2025". */
export function findEdition(id: string): LoadedEdition | undefined {
  return editions.find((edition) => edition.id === id);
}

/** The built-in edition of the newest year: the one a rating uses unless told otherwise. */
export function currentEdition(): LoadedEdition {
  const [first, ...rest] = editions;
  if (!first) throw new Error("There is no country edition");
  return rest.reduce((newest, edition) => (edition.year > newest.year ? edition : newest), first);
}

/** One entry for each built-in body of reference data, with where it comes from, its doubts and its number of rows. */
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
    ...editions.map(({ definition }) => described(definition, Object.keys(definition.tiers).length)).reverse(),
    described(goods, goods.lines.length),
    described(materials, materials.materials.length),
    described(hosts, hosts.hosts.length),
    described(sectors, sectors.sectors.length),
    described(migrantLabour, migrantLabour.countries.length),
    described(hsChapters, hsChapters.chapters.length),
    described(countries, countries.countries.length),
  ];
}

export type { CountryMatch } from "./countries/country-matcher";
export type { LoadedEdition } from "./load-edition";
