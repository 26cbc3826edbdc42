import type { Row } from "#questionnaires/answers";
import type { Walk } from "#questionnaires/walk";
import { assumedShare, cellText, rowsOf } from "#scoring/answer-values";
import type { Listing } from "#scoring/editions/goods-listing";
import type { ReferenceLists } from "#scoring/editions/reference-lists";
import type { RuleSet } from "#scoring/rules/rule-set";

/** Points of the goods of a site and what made them: the first of equally large reasons. */
export type GoodsRisk = { readonly points: number; readonly reason: string; readonly item: string };

/**
 * The largest goods risk that applies to a site, in points 0 to 100. Materials count at every site, by their own country
 * where it is given; goods count at the sites that make them, or everywhere where no site is named.
 * @param lists of the edition that the answers are rated with
 * @param country of the site, ISO 3166-1 alpha-2, or "" where it is not known
 */
export function goodsRiskOf(
  walk: Walk,
  ruleSet: RuleSet,
  lists: ReferenceLists,
  site: string,
  country: string,
): GoodsRisk {
  const risks = ruleSet.inherent.goods;
  const all = [
    ...rowsOf(walk, "C1", "goods").flatMap((row) =>
      isMadeAt(row, site) ? madeGoodsRisks(row, risks, lists, country) : [],
    ),
    ...rowsOf(walk, "C2", "materials").flatMap((row) => materialRisks(row, risks, lists, country)),
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

function madeGoodsRisks(row: Row, risks: Points, lists: ReferenceLists, country: string): GoodsRisk[] {
  const found: GoodsRisk[] = [];
  const good = cellText(row, "good");
  const listed = good === undefined ? undefined : lists.goodListed(good, country);
  if (good !== undefined && listed !== undefined) {
    found.push(listingRisk(listed, lists.isPriorityGood(good), good, risks));
  }
  const chapter = cellText(row, "hs");
  if (chapter === undefined) return found;
  if (lists.isHost(country) && lists.isHostChapter(chapter)) {
    found.push({ points: risks.exposed, reason: "host-industry", item: chapter });
  }
  if (lists.isHighRiskChapter(chapter)) found.push({ points: risks.sector, reason: "sector", item: chapter });
  return found;
}

function materialRisks(row: Row, risks: Points, lists: ReferenceLists, country: string): GoodsRisk[] {
  const material = lists.findMaterial(cellText(row, "material") ?? "");
  if (material === undefined) return [];
  const listed = lists.materialListed(material, cellText(row, "country") ?? country);
  return [listingRisk(listed, material.uflpaPriority, material.id, risks)];
}

/** What the list of goods says of something; no points where nothing is listed. */
export function listingRisk(listed: Listing["listed"], priority: boolean, item: string, risks: Points): GoodsRisk {
  if (listed === "here") return { points: risks.listedHere, reason: "listed-here", item };
  if (listed === "elsewhere") return { points: risks.exposed, reason: "listed-elsewhere", item };
  return { points: priority ? risks.exposed : 0, reason: "uflpa-priority", item };
}
