import type { Row } from "#questionnaires/answers";

/** A site as its supplier named it. */
export function siteLabel({ id, cells }: Row): string {
  return typeof cells.name === "string" ? cells.name : id;
}
