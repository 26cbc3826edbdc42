import type { Row } from "#questionnaires/answers";
import type { Walk } from "#questionnaires/walk";
import { cellText, isUnanswered, isUnsure, rowsOf } from "#scoring/answer-values";
import type { Listing } from "#scoring/editions/goods-listing";
import type { SourcedLists } from "#scoring/editions/sourced/sourced-lists";
import type { RuleSet } from "#scoring/rules/rule-set";
import { type GoodsRisk, listingRisk } from "./goods-risk";

type Points = Extract<RuleSet["inherent"]["goods"], { lineUnsaid: number }>;

/** What a site is rated by: its country is "" where it is not known; `isNamed`: whether a line of goods names it. */
export type MakingSite = { readonly site: string; readonly country: string; readonly isNamed: boolean };

/**
 * The largest risk of goods, services and materials at a site, in points 0 to 100. A line counts at the sites that it names, at
 * every site where it names none, and every line at a site that none names. What is left open counts as what it could be.
 */
export function serviceAndGoodsRiskOf(walk: Walk, risks: Points, lists: SourcedLists, site: MakingSite): GoodsRisk {
  let worst: GoodsRisk = { points: risks.other, reason: "other", item: "" };
  const consider = (risk: GoodsRisk) => {
    if (risk.points > worst.points) worst = risk;
  };
  for (const row of rowsOf(walk, "C1", "goods")) {
    if (site.isNamed && !isMadeAt(row, site.site)) continue;
    if (row.cells.kind === "service") consider(serviceRisk(row, risks, lists, site.country));
    else madeGoodsRisks(row, risks, lists, site.country, consider);
  }
  for (const row of rowsOf(walk, "C2", "materials")) consider(materialRisk(row, risks, lists));
  if (isUnanswered(walk, "C1") && rowsOf(walk, "C1", "goods").length === 0) {
    consider({ points: risks.lineUnsaid, reason: "not-said", item: "C1" });
  }
  if (isUnsure(walk.answers.C2) || isUnanswered(walk, "C2")) {
    consider({ points: risks.materialUnsaid, reason: "not-said", item: "C2" });
  }
  return worst;
}

function isMadeAt({ cells: { sites } }: Row, site: string): boolean {
  return !Array.isArray(sites) || sites.length === 0 || sites.includes(site);
}

/** Without a sector it counts as the worst one at this site. */
function serviceRisk(row: Row, risks: Points, lists: SourcedLists, country: string): GoodsRisk {
  const isHost = country === "" || lists.isHost(country);
  const sector = cellText(row, "sector");
  const known = sector === undefined ? undefined : lists.serviceSector(sector);
  if (known === undefined) {
    return {
      points: isHost ? risks.exposed : risks.sector,
      reason: "service-unsaid",
      item: cellText(row, "product") ?? "",
    };
  }
  if (isHost && known.pointsWhereReported !== null && known.pointsWhereReported > known.points) {
    return { points: known.pointsWhereReported, reason: "service-host", item: known.id };
  }
  return { points: known.points, reason: known.points > risks.other ? "service-sector" : "service", item: known.id };
}

function madeGoodsRisks(
  row: Row,
  risks: Points,
  lists: SourcedLists,
  country: string,
  consider: (risk: GoodsRisk) => void,
): void {
  const good = cellText(row, "good");
  const hs = cellText(row, "hs");
  const chapter = hs === "unknown" || hs === "not-listed" ? undefined : hs;
  const isSaid = good !== undefined && good !== "unknown" && row.cells.kind !== undefined;
  if (!isSaid || chapter === undefined) {
    consider({ points: risks.lineUnsaid, reason: "line-unsaid", item: cellText(row, "product") ?? "" });
  }
  const listed = listedAt(good === undefined ? undefined : lists.goodListed(good, country), country);
  if (good !== undefined && listed !== undefined) {
    consider(listingRisk(listed, lists.isPriorityGood(good), good, risks));
  }
  if (chapter === undefined) return;
  if (good === "not-listed" && holdsListed(lists, chapter, country)) {
    consider({ points: risks.lineUnsaid, reason: "chapter-listed", item: chapter });
  }
  chapterRisks(chapter, risks, lists, country, consider);
}

function chapterRisks(
  chapter: string,
  risks: Points,
  lists: SourcedLists,
  country: string,
  consider: (risk: GoodsRisk) => void,
): void {
  if (lists.isPriorityChapter(chapter)) consider({ points: risks.exposed, reason: "uflpa-chapter", item: chapter });
  if ((country === "" || lists.isHost(country)) && lists.isHostChapter(chapter)) {
    consider({ points: risks.exposed, reason: "host-industry", item: chapter });
  }
  if (lists.isHighRiskChapter(chapter)) consider({ points: risks.sector, reason: "sector", item: chapter });
}

/** A site without a country counts as if it were where its goods are listed. */
function listedAt(listed: Listing["listed"] | undefined, country: string): Listing["listed"] | undefined {
  return country === "" && listed === "elsewhere" ? "here" : listed;
}

function holdsListed(lists: SourcedLists, chapter: string, country: string): boolean {
  if (country === "") return lists.goods.chapters.some((one) => one.chapter === chapter);
  return lists.listedInChapter(chapter, country).length > 0;
}

function materialRisk(row: Row, risks: Points, lists: SourcedLists): GoodsRisk {
  const material = lists.findMaterial(cellText(row, "material") ?? "");
  const country = cellText(row, "country");
  if (material === undefined || country === undefined || country === "unknown") {
    return { points: risks.materialUnsaid, reason: "material-unsaid", item: material?.id ?? "" };
  }
  return listingRisk(lists.materialListed(material, country), material.uflpaPriority, material.id, risks);
}
