import type { Row } from "#questionnaires/answers";
import type { Walk } from "#questionnaires/journey";
import { assumedShare, cellText, rowsOf } from "#scoring/answer-values";
import { goods, hosts, hsChapters, type Listing, listingOf, materials, sectors } from "#scoring/editions/index";
import { isHostChapter } from "#scoring/rules/rule-condition";
import type { RuleSet } from "#scoring/rules/rule-set";

/** Points of the goods of a site and what made them: the first of equally large reasons. */
export type GoodsRisk = { readonly points: number; readonly reason: string; readonly item: string };

type Place = Listing["listed"];

const hostCountries = new Set(hosts.hosts.map(({ iso2 }) => iso2));
const highSectors = new Set(sectors.sectors.filter(({ risk }) => risk === "high").map(({ id }) => id));
const highChapters = new Set(
  hsChapters.chapters.filter((entry) => entry.sectors.some((id) => highSectors.has(id))).map(({ chapter }) => chapter),
);
const priorityGoods = new Set(goods.goods.filter(({ uflpaPriority }) => uflpaPriority).map(({ id }) => id));
const goodIds = new Set(goods.goods.map(({ id }) => id));
const materialsById = new Map(materials.materials.map((material) => [material.id, material]));

const listings = new Map<string, Place>();

/** Ids are checked before they are remembered, so that odd answers cannot fill the memory. */
function listed(key: string, ids: readonly string[], country: string): Place {
  const place = /^[A-Z]{2}$/.test(country) ? country : "";
  const name = `${key} ${place}`;
  let found = listings.get(name);
  if (found === undefined) {
    found = listingOf(goods, [...ids], place).listed;
    listings.set(name, found);
  }
  return found;
}

/**
 * The largest goods risk that applies to a site, in points 0 to 100. Materials count at every site, by their own country
 * where it is given; goods count at the sites that make them, or everywhere where no site is named.
 * @param country of the site, ISO 3166-1 alpha-2, or "" where it is not known
 */
export function goodsRiskOf(walk: Walk, ruleSet: RuleSet, site: string, country: string): GoodsRisk {
  const risks = ruleSet.inherent.goods;
  const all = [
    ...rowsOf(walk, "C1", "goods").flatMap((row) => (isMadeAt(row, site) ? madeGoodsRisks(row, risks, country) : [])),
    ...rowsOf(walk, "C2", "materials").flatMap((row) => materialRisks(row, risks, country)),
    ...["C1", "C2"].map((code) => {
      return { points: assumedShare(walk, ruleSet, code) * risks.listedHere, reason: "not-said", item: code };
    }),
  ];
  const least: GoodsRisk = { points: risks.other, reason: "other", item: "" };
  return all.reduce((worst, one) => (one.points > worst.points ? one : worst), least);
}

type Points = RuleSet["inherent"]["goods"];

function isMadeAt({ cells: { sites } }: Row, site: string): boolean {
  return !Array.isArray(sites) || sites.length === 0 || sites.includes(site);
}

function madeGoodsRisks(row: Row, risks: Points, country: string): GoodsRisk[] {
  const found: GoodsRisk[] = [];
  const good = cellText(row, "good");
  if (good !== undefined && goodIds.has(good)) {
    found.push(...listingRisks(listed(good, [good], country), priorityGoods.has(good), good, risks));
  }
  const chapter = cellText(row, "hs");
  if (chapter === undefined) return found;
  if (hostCountries.has(country) && isHostChapter(chapter)) {
    found.push({ points: risks.exposed, reason: "host-industry", item: chapter });
  }
  if (highChapters.has(chapter)) found.push({ points: risks.sector, reason: "sector", item: chapter });
  return found;
}

function materialRisks(row: Row, risks: Points, country: string): GoodsRisk[] {
  const material = materialsById.get(cellText(row, "material") ?? "");
  if (material === undefined) return [];
  const place = listed(`material ${material.id}`, material.goods, cellText(row, "country") ?? country);
  return listingRisks(place, material.uflpaPriority, material.id, risks);
}

function listingRisks(place: Place, priority: boolean, item: string, risks: Points): GoodsRisk[] {
  if (place === "here") return [{ points: risks.listedHere, reason: "listed-here", item }];
  if (place === "elsewhere") return [{ points: risks.exposed, reason: "listed-elsewhere", item }];
  return priority ? [{ points: risks.exposed, reason: "uflpa-priority", item }] : [];
}
