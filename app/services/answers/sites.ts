import type { Row } from "#questionnaires/answers";
import type { Walk } from "#questionnaires/walk";
import { rowsOf } from "#scoring/answer-values";

/** The sites that count now, as they were listed. */
export function sitesOf(walk: Pick<Walk, "answers">): readonly Row[] {
  return rowsOf(walk, "B1", "sites");
}

/** A site as its supplier wrote it; its id where it has no name. */
export function siteLabel({ id, cells }: Row): string {
  return typeof cells.name === "string" ? cells.name : id;
}

/** The same for an answer that points at a site by its id. */
export function siteName(walk: Pick<Walk, "answers">, id: string): string {
  const site = sitesOf(walk).find((one) => one.id === id);
  return site ? siteLabel(site) : id;
}
