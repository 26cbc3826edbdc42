import { type DprkHostList, dprkHostList, type HsChapterList, type SectorList } from "#scoring/editions/schemas";
import { hostIndustries } from "./additions/dprk-host-industries";
import { listProvenance } from "./additions/provenance";
import { type CsvRow, readList, readSentences, readWholeNumber, sortBy } from "./tables";

const sorted = (items: Iterable<string>) => [...new Set(items)].sort();

/**
 * Maps the industries named in reports on North Korean labour to our sectors and HS chapters.
 * @throws when an industry or a sector is not known
 */
export function hostsContent(rows: CsvRow[], hsChapters: HsChapterList, sectors: SectorList) {
  const known = new Set(sectors.sectors.map((sector) => sector.id));
  const sectorsOf = (industry: string): string[] => {
    const mapped = hostIndustries[industry];
    if (!mapped) throw new Error(`The industry "${industry}" has no sector`);
    const unknown = mapped.sectors.find((sector) => !known.has(sector));
    if (unknown) throw new Error(`The industry "${industry}" names the unknown sector ${unknown}`);
    return mapped.sectors;
  };
  const hosts = sortBy(rows, (row) => row.iso2).map((row) => {
    const industries = readList(row, "sectors");
    return {
      iso2: row.iso2,
      firstReported: readWholeNumber(row, "first_reported"),
      lastReported: readWholeNumber(row, "last_reported"),
      industries,
      sectors: sorted(industries.flatMap(sectorsOf)),
      evidence: row.evidence,
      sources: readSentences(row, "source"),
    };
  });
  const industries = sorted(hosts.flatMap((host) => host.industries)).map((name) => {
    const named = sectorsOf(name);
    const chapters = hostIndustries[name]?.chapters ?? [];
    const bySector = hsChapters.chapters.filter((chapter) => chapter.sectors.some((id) => named.includes(id)));
    return {
      name,
      sectors: named,
      chapters: chapters === "by-sector" ? bySector.map(({ chapter }) => chapter) : chapters,
    };
  });
  return { hosts, industries };
}

/** The first list of host countries. */
export function assembleHosts(rows: CsvRow[], hsChapters: HsChapterList, sectors: SectorList): DprkHostList {
  return dprkHostList.parse({ ...listProvenance.hosts, ...hostsContent(rows, hsChapters, sectors) });
}
