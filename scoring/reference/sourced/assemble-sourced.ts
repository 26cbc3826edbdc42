import type { HsChapterList, SectorList } from "#scoring/editions/schemas";
import {
  type SourcedGoodsList,
  type SourcedMaterialList,
  serviceSectorList,
  sourcedGoodsList,
  sourcedHostList,
  sourcedMaterialList,
} from "#scoring/editions/sourced/schemas";
import { restsOfDownstream, restsOfLine, sourcedBroaderGood } from "#scoring/reference/additions/sourced/goods";
import { hostDoubt } from "#scoring/reference/additions/sourced/hosts";
import { sourcedMaterials } from "#scoring/reference/additions/sourced/materials";
import { priorityGoods } from "#scoring/reference/additions/sourced/priority-sectors";
import { sourcedProvenance } from "#scoring/reference/additions/sourced/provenance";
import { hostsContent } from "#scoring/reference/assemble-dprk-hosts";
import { goodsContent } from "#scoring/reference/assemble-goods";
import {
  type CsvRow,
  readDoubt,
  readList,
  readWholeNumber,
  type SourceTables,
  sortBy,
} from "#scoring/reference/tables";
import { assembleClocks, assembleEnforcement } from "./assemble-law";
import { referencesOf, refuseUnknown } from "./references";

function assembleGoods(tables: SourceTables): SourcedGoodsList {
  const content = goodsContent(
    [...tables("goods"), ...tables("goodsOfNovember")],
    [...tables("downstream"), ...tables("downstreamOfNovember")],
    { broader: sourcedBroaderGood, priority: priorityGoods, restsOfLine, restsOfDownstream },
  );
  const chapters = sortBy(tables("goodsChapters"), (row) => row.good).flatMap((row) =>
    readList(row, "hs_chapters").map((chapter) => ({ chapter, good: row.good })),
  );
  const known = new Set(content.goods.map(({ id }) => id));
  refuseUnknown(
    "good with a chapter",
    tables("goodsChapters").map(({ good }) => good ?? ""),
    known,
  );
  const placed = new Set(tables("goodsChapters").map(({ good }) => good));
  refuseUnknown("good without a chapter", [...known], placed);
  return sourcedGoodsList.parse({
    ...sourcedProvenance.goods,
    references: referencesOf("goods", tables),
    ...content,
    chapters: sortBy(chapters, ({ chapter, good }) => `${chapter} ${good}`),
  });
}

/** A later report takes the place of years and industries, and adds its source to those before. */
function withLaterReports(rows: CsvRow[], later: CsvRow[]): CsvRow[] {
  const updated = rows.map((row) => {
    const report = later.find(({ iso2 }) => iso2 === row.iso2);
    return report ? { ...row, ...report, source: `${row.source}; ${report.source}` } : row;
  });
  const known = new Set(rows.map(({ iso2 }) => iso2));
  for (const { iso2, action } of later) {
    const isNew = action?.startsWith("new") ?? false;
    if (isNew === known.has(iso2)) throw new Error(`The report on ${iso2} cannot be taken in as: ${action}`);
  }
  return [...updated, ...later.filter(({ iso2 }) => !known.has(iso2))];
}

function assembleHosts(tables: SourceTables, hsChapters: HsChapterList, sectors: SectorList) {
  const rows = withLaterReports(tables("hosts"), tables("hostsOfNovember"));
  const { hosts, industries } = hostsContent(rows, hsChapters, sectors);
  return sourcedHostList.parse({
    ...sourcedProvenance.hosts,
    references: referencesOf("hosts", tables),
    hosts: hosts.map((host) => ({ ...host, doubt: hostDoubt(host.iso2 ?? "", host.evidence ?? "") })),
    industries,
  });
}

function assembleMaterials(tables: SourceTables, goods: SourcedGoodsList): SourcedMaterialList {
  const chapters = tables("materialChapters").map(({ hs_chapter, material, basis }) => {
    return { chapter: hs_chapter, material, basis };
  });
  const known = new Set(sourcedMaterials.map(({ id }) => id));
  refuseUnknown(
    "material with a chapter",
    chapters.map(({ material }) => material ?? ""),
    known,
  );
  const goodIds = new Set(goods.goods.map(({ id }) => id));
  refuseUnknown(
    "good of a material",
    sourcedMaterials.flatMap((material) => material.goods),
    goodIds,
  );
  return sourcedMaterialList.parse({
    ...sourcedProvenance.materials,
    references: referencesOf("materials", tables),
    materials: sortBy(sourcedMaterials, ({ id }) => id),
    chapters: sortBy(chapters, ({ chapter, material }) => `${chapter} ${material}`),
  });
}

function assembleServiceSectors(tables: SourceTables, industries: ReadonlySet<string>, sectors: SectorList) {
  const rows = tables("serviceSectors").map((row) => ({
    id: row.sector,
    name: row.name,
    points: readWholeNumber(row, "points"),
    pointsWhereReported: row.points_where_reported ? readWholeNumber(row, "points_where_reported") : null,
    hostIndustries: readList(row, "host_industries"),
    riskSector: row.risk_sector || null,
    sources: readList(row, "sources"),
    doubt: readDoubt(row),
  }));
  refuseUnknown(
    "industry of a service",
    rows.flatMap((row) => row.hostIndustries),
    industries,
  );
  const known = new Set(sectors.sectors.map(({ id }) => id));
  refuseUnknown(
    "sector of a service",
    rows.flatMap(({ riskSector }) => riskSector ?? []),
    known,
  );
  return serviceSectorList.parse({
    ...sourcedProvenance.serviceSectors,
    references: referencesOf("service-sectors", tables),
    sectors: rows,
  });
}

/**
 * Makes the lists whose rows name their sources, by file name without ending.
 * @throws when a value does not fit its schema, or one table names something that another lacks
 */
export function assembleSourced(tables: SourceTables, hsChapters: HsChapterList, sectors: SectorList) {
  const goods = assembleGoods(tables);
  const hosts = assembleHosts(tables, hsChapters, sectors);
  const materials = assembleMaterials(tables, goods);
  const industries = new Set(hosts.industries.map(({ name }) => name));
  const bodies = {
    "goods-2026.2": goods,
    "hosts-2026.2": hosts,
    "materials-2026.2": materials,
    "service-sectors": assembleServiceSectors(tables, industries, sectors),
    enforcement: assembleEnforcement(tables, goods, materials),
    clocks: assembleClocks(tables),
  };
  return bodies;
}
