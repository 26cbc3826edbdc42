/** Placements in the US Trafficking in Persons Report: Tier 1, 2, 2 Watch List, 3, and special case. */
export const tiers = ["1", "2", "2WL", "3", "SC"] as const;
export type Tier = (typeof tiers)[number];

/** The tier of a site: `unranked` where the report leaves its country out, `unknown` where the site has no country. */
export type SiteTier = Tier | "unranked" | "unknown";

/** As filters list them. */
export const tiersWorstFirst = ["3", "SC", "2WL", "2", "1"] as const satisfies readonly Tier[];

/** A country that nobody ranked stands between what is known to be bad and what is known to be better. */
const siteTiersWorstFirst: readonly string[] = [
  "SC",
  "3",
  "2WL",
  "unranked",
  "unknown",
  "2",
  "1",
] satisfies readonly SiteTier[];

/** The place of a site's tier when the worst comes first, from 0; -1 for a code of an edition that has others. */
export function siteTierRank(tier: string): number {
  return siteTiersWorstFirst.indexOf(tier);
}
