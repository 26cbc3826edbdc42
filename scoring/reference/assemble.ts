import {
  type CountryEdition,
  type CountryList,
  countryEdition,
  countryList,
  type HsChapterList,
  hsChapterList,
  materialList,
  type SectorList,
  sectorList,
  tier,
} from "#scoring/editions/schemas";
import { addedAliases } from "./additions/aliases";
import { questionableMaterials } from "./additions/materials";
import { listProvenance } from "./additions/provenance";
import { tipYears } from "./additions/tip-years";
import { assembleHosts } from "./assemble-dprk-hosts";
import { assembleGoods } from "./assemble-goods";
import { assembleMigrantLabour } from "./assemble-migrant-labour";
import { assembleSourced } from "./sourced/assemble-sourced";
import { type CsvRow, readFlag, readList, readWholeNumber, type SourceTables, sortBy } from "./tables";

function assembleEdition(rows: CsvRow[], about: (typeof tipYears)[number]): CountryEdition {
  const ofYear = rows.filter((row) => readWholeNumber(row, "year") === about.year);
  const tiers = Object.fromEntries(sortBy(ofYear, (row) => row.iso2).map((row) => [row.iso2, tier.parse(row.tier)]));
  if (Object.keys(tiers).length !== ofYear.length) throw new Error(`A country stands twice in ${about.year}`);
  return countryEdition.parse({
    id: `tip-${about.year}`,
    title: `Trafficking in Persons Report ${about.year}`,
    publisher: "US Department of State, Office to Monitor and Combat Trafficking in Persons",
    licence: "Public domain (work of the US Government)",
    ...about,
    tiers,
  });
}

function assembleCountries(rows: CsvRow[]): CountryList {
  const countries = sortBy(rows, (row) => row.iso2).map((row) => ({
    iso2: row.iso2,
    iso3: row.iso3,
    name: row.name_en,
    tipCovered: readFlag(row, "tip_covered"),
    aliases: [...new Set([...readList(row, "aliases"), ...(addedAliases[row.iso2 ?? ""] ?? [])])],
  }));
  return countryList.parse({ ...listProvenance.countries, countries });
}

function assembleSectors(rows: CsvRow[]): SectorList {
  const sectors = sortBy(rows, (row) => row.sector).map((row) => ({
    id: row.sector,
    name: row.name_en,
    risk: row.risk,
    isic: readList(row, "nace_or_isic"),
    hazards: readList(row, "hazards"),
    source: row.source,
  }));
  return sectorList.parse({ ...listProvenance.sectors, sectors });
}

function assembleChapters(rows: CsvRow[], sectors: SectorList): HsChapterList {
  const known = new Set(sectors.sectors.map((sector) => sector.id));
  const chapters = sortBy(rows, (row) => row.hs_chapter).map((row) => ({
    chapter: row.hs_chapter,
    title: row.title_en,
    sectors: readList(row, "sectors"),
  }));
  for (const { chapter, sectors: named } of chapters) {
    const unknown = named.find((sector) => !known.has(sector));
    if (unknown) throw new Error(`Chapter ${chapter} names the unknown sector ${unknown}`);
  }
  return hsChapterList.parse({ ...listProvenance.hsChapters, chapters });
}

/**
 * Makes every reference file from the collected tables, by file name without ending.
 * @throws when a value does not fit its schema or one table names something another lacks.
 */
export function assembleReference(tables: SourceTables): Record<string, { id: string }> {
  const countries = assembleCountries(tables("countries"));
  const sectors = assembleSectors(tables("sectors"));
  const hsChapters = assembleChapters(tables("hsChapters"), sectors);
  const goods = assembleGoods(tables("goods"), tables("downstream"));
  const materials = materialList.parse({ ...listProvenance.materials, materials: questionableMaterials });
  const hosts = assembleHosts(tables("hosts"), hsChapters, sectors);
  const migrantLabour = assembleMigrantLabour(tables("migrantStock"), tables("migrantReports"));
  const sourced = assembleSourced(tables, hsChapters, sectors);
  const editions = tipYears.map((about) => assembleEdition(tables("tiers"), about));

  const knownGoods = new Set(goods.goods.map((good) => good.id));
  for (const material of materials.materials) {
    const unknown = material.goods.find((good) => !knownGoods.has(good));
    if (unknown) throw new Error(`Material ${material.id} names the unknown good ${unknown}`);
  }
  const knownCountries = new Set(countries.countries.map((country) => country.iso2));
  const named = [
    ...editions.flatMap((edition) => Object.keys(edition.tiers)),
    ...goods.lines.map((line) => line.iso2),
    ...hosts.hosts.map((host) => host.iso2),
    ...migrantLabour.countries.map((country) => country.iso2),
    ...Object.keys(addedAliases),
  ];
  const unknown = named.find((iso2) => !knownCountries.has(iso2));
  if (unknown) throw new Error(`The country ${unknown} is not in the list of countries`);

  return {
    ...Object.fromEntries(editions.map((edition) => [edition.id, edition])),
    countries,
    goods,
    materials,
    hosts,
    "hs-chapters": hsChapters,
    sectors,
    "migrant-labour": migrantLabour,
    ...sourced,
  };
}
