import { foundSince, missingIn } from "./found-since";
import { type LoadedEdition, loadEdition } from "./load-edition";
import clocksJson from "./published/clocks.json" with { type: "json" };
import countriesJson from "./published/countries.json" with { type: "json" };
import enforcementJson from "./published/enforcement.json" with { type: "json" };
import fingerprintsJson from "./published/fingerprints.json" with { type: "json" };
import goodsJson from "./published/goods.json" with { type: "json" };
import goods20262Json from "./published/goods-2026.2.json" with { type: "json" };
import hostsJson from "./published/hosts.json" with { type: "json" };
import hosts20262Json from "./published/hosts-2026.2.json" with { type: "json" };
import hsChaptersJson from "./published/hs-chapters.json" with { type: "json" };
import materialsJson from "./published/materials.json" with { type: "json" };
import materials20262Json from "./published/materials-2026.2.json" with { type: "json" };
import migrantLabourJson from "./published/migrant-labour.json" with { type: "json" };
import sectorsJson from "./published/sectors.json" with { type: "json" };
import serviceSectorsJson from "./published/service-sectors.json" with { type: "json" };
import tip2020 from "./published/tip-2020.json" with { type: "json" };
import tip2021 from "./published/tip-2021.json" with { type: "json" };
import tip2022 from "./published/tip-2022.json" with { type: "json" };
import tip2023 from "./published/tip-2023.json" with { type: "json" };
import tip2024 from "./published/tip-2024.json" with { type: "json" };
import tip2025 from "./published/tip-2025.json" with { type: "json" };
import { loadReferenceLists } from "./reference-lists";
import { fingerprintList, type Provenance } from "./schemas";
import type { SourcedProvenance } from "./sourced/schemas";
import { loadSourcedLists } from "./sourced/sourced-lists";

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

/**
 * The lists of November 2026, for rule set 2026.2 and version 2 of the questionnaire: what was rated by 2026.1 stays with
 * `referenceLists`. Their rows name what they rest on.
 */
export const sourcedLists = loadSourcedLists(
  {
    goods: goods20262Json,
    hosts: hosts20262Json,
    materials: materials20262Json,
    serviceSectors: serviceSectorsJson,
    enforcement: enforcementJson,
    clocks: clocksJson,
  },
  referenceLists,
);

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

/** A body of reference data as people are told of it. Texts are in English. */
type ReferenceSource = Provenance & {
  readonly rows: number;
  /** What its rows rest on, where they name it. */
  readonly references: SourcedProvenance["references"];
  /** What it is known to lack. */
  readonly missing: readonly string[];
  /** What was found since it was published. */
  readonly since: readonly string[];
};

/** One entry for each built-in body, with where it comes from, what is uncertain and what is missing; replaced ones last. */
export function referenceSources(): readonly ReferenceSource[] {
  const described = (body: Provenance & Partial<SourcedProvenance>, rows: number): ReferenceSource => ({
    id: body.id,
    title: body.title,
    publisher: body.publisher,
    year: body.year,
    source: body.source,
    licence: body.licence,
    doubts: body.doubts,
    rows,
    references: body.references ?? [],
    missing: body.missing ?? missingIn(body.id),
    since: foundSince(body.id),
  });
  const { serviceSectors, enforcement, clocks } = sourcedLists;
  const entries = enforcement.orders.length + enforcement.entities.length + enforcement.prioritySectors.length;
  return [
    ...editions.map(({ definition }) => described(definition, Object.keys(definition.tiers).length)).reverse(),
    described(sourcedLists.goods, sourcedLists.goods.lines.length),
    described(sourcedLists.materials, sourcedLists.materials.materials.length),
    described(sourcedLists.hosts, sourcedLists.hosts.hosts.length),
    described(enforcement, entries),
    described(clocks, clocks.clocks.length),
    described(serviceSectors, serviceSectors.sectors.length),
    described(sectors, sectors.sectors.length),
    described(migrantLabour, migrantLabour.countries.length),
    described(hsChapters, hsChapters.chapters.length),
    described(countries, countries.countries.length),
    described(goods, goods.lines.length),
    described(materials, materials.materials.length),
    described(hosts, hosts.hosts.length),
  ];
}

export type { CountryMatch } from "./countries/country-matcher";
export type { LoadedEdition } from "./load-edition";
