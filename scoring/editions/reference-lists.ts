import { type CountryMatch, countryMatcher } from "./countries/country-matcher";
import { type Listing, listingOf } from "./goods-listing";
import {
  type Country,
  type CountryList,
  countryList,
  type DprkHostList,
  dprkHostList,
  type GoodsList,
  goodsList,
  type HsChapterList,
  hsChapterList,
  type Material,
  type MaterialList,
  type MigrantLabourList,
  materialList,
  migrantLabourList,
  type SectorList,
  sectorList,
} from "./schemas";

/** The lists that answers are read and rated with. What is looked up in them is kept by this object. */
export type ReferenceLists = {
  readonly countries: CountryList;
  readonly goods: GoodsList;
  readonly materials: MaterialList;
  readonly hosts: DprkHostList;
  readonly hsChapters: HsChapterList;
  readonly sectors: SectorList;
  readonly migrantLabour: MigrantLabourList;
  /** The country with this ISO 3166-1 alpha-2 code, in capitals. */
  findCountry(iso2: string): Country | undefined;
  findMaterial(id: string): Material | undefined;
  /** Reads a country as people write it in lists; a near miss is only ever suggested, never matched. */
  matchCountry(text: string): CountryMatch;
  /** Where a good is listed, seen from a country (ISO 3166-1 alpha-2); undefined for what is no listed good. */
  goodListed(good: string, iso2: string): Listing["listed"] | undefined;
  /** The same for the listed goods that stand for a material. */
  materialListed(material: Material, iso2: string): Listing["listed"];
  /** Whether a good belongs to a priority sector of the Uyghur Forced Labor Prevention Act. */
  isPriorityGood(good: string): boolean;
  /** Whether a country is reported to have hosted North Korean workers. */
  isHost(iso2: string): boolean;
  /** Whether an HS chapter holds goods of an industry reported for North Korean labour, in any country. */
  isHostChapter(chapter: string): boolean;
  /** Whether an HS chapter holds goods of a sector with high risk. */
  isHighRiskChapter(chapter: string): boolean;
  /** Whether workers from other countries are usual in a country. */
  isMigrantLabourUsual(iso2: string): boolean;
};

/** The bodies of reference data, as parsed JSON values from anywhere. */
export type ReferenceFiles = Readonly<
  Record<"countries" | "goods" | "materials" | "hosts" | "hsChapters" | "sectors" | "migrantLabour", unknown>
>;

/**
 * Checks the lists and prepares them for looking up.
 * @throws ZodError naming each place that does not fit
 */
export function loadReferenceLists(files: ReferenceFiles): ReferenceLists {
  const countries = countryList.parse(files.countries);
  return prepareLists({
    countries,
    goods: goodsList.parse(files.goods),
    materials: materialList.parse(files.materials),
    hosts: dprkHostList.parse(files.hosts),
    hsChapters: hsChapterList.parse(files.hsChapters),
    sectors: sectorList.parse(files.sectors),
    migrantLabour: migrantLabourList.parse(files.migrantLabour),
    matchCountry: countryMatcher(countries.countries),
  });
}

/** Checked bodies, and the reader of country names over the list of countries. */
type CheckedLists = Pick<ReferenceLists, keyof ReferenceFiles | "matchCountry">;

/** Prepares lists that were checked for looking up. */
export function prepareLists(lists: CheckedLists): ReferenceLists {
  const { countries, goods, materials, hosts, hsChapters, sectors, migrantLabour, matchCountry } = lists;
  const byCode = new Map(countries.countries.map((country) => [country.iso2, country]));
  const byMaterial = new Map(materials.materials.map((material) => [material.id, material]));
  const goodIds = new Set(goods.goods.map(({ id }) => id));
  const priorityGoods = new Set(goods.goods.filter(({ uflpaPriority }) => uflpaPriority).map(({ id }) => id));
  const hostCountries = new Set(hosts.hosts.map(({ iso2 }) => iso2));
  const hostChapters = new Set(hosts.industries.flatMap(({ chapters }) => chapters));
  const highSectors = new Set(sectors.sectors.filter(({ risk }) => risk === "high").map(({ id }) => id));
  const highChapters = new Set(
    hsChapters.chapters
      .filter((entry) => entry.sectors.some((id) => highSectors.has(id)))
      .map(({ chapter }) => chapter),
  );
  const migrantCountries = new Set(migrantLabour.countries.map(({ iso2 }) => iso2));
  const listed = listingReader(goods);
  return {
    countries,
    goods,
    materials,
    hosts,
    hsChapters,
    sectors,
    migrantLabour,
    findCountry: (iso2) => byCode.get(iso2),
    findMaterial: (id) => byMaterial.get(id),
    matchCountry,
    goodListed: (good, iso2) => (goodIds.has(good) ? listed(good, [good], iso2) : undefined),
    materialListed: (material, iso2) => listed(`material ${material.id}`, material.goods, iso2),
    isPriorityGood: (good) => priorityGoods.has(good),
    isHost: (iso2) => hostCountries.has(iso2),
    isHostChapter: (chapter) => hostChapters.has(chapter),
    isHighRiskChapter: (chapter) => highChapters.has(chapter),
    isMigrantLabourUsual: (iso2) => migrantCountries.has(iso2),
  };
}

/** Looks each good up once a country. Odd codes count as one unknown country, so that odd answers cannot fill the memory. */
function listingReader(goods: GoodsList): (key: string, ids: readonly string[], iso2: string) => Listing["listed"] {
  const known = new Map<string, Listing["listed"]>();
  return (key, ids, iso2) => {
    const place = /^[A-Z]{2}$/.test(iso2) ? iso2 : "";
    const name = `${key} ${place}`;
    let found = known.get(name);
    if (found === undefined) {
      found = listingOf(goods, ids, place).listed;
      known.set(name, found);
    }
    return found;
  };
}
