import type { Walk } from "#questionnaires/walk";
import { cellNumber, cellText, rowsOf } from "#scoring/answer-values";
import type { RuleSet } from "#scoring/rules/rule-set";

/** What sites are blended by. `heads`: workers, undefined where they were not said. All else in points. */
export type BlendedSite = {
  readonly site: string;
  readonly country: string;
  readonly heads: number | undefined;
  readonly C: number;
  readonly S: number;
  readonly W: number;
  readonly inherent: number;
};

/** The worst site and the mean of all; `weights`: what each site weighs in the mean, in the order of the sites. */
export type SiteBlend = {
  readonly worst: number;
  readonly mean: number;
  readonly value: number;
  /** Place of the site that counts as the worst. */
  readonly place: number;
  readonly weights: readonly number[];
};

/** Blends a figure of the sites. */
export type Blend = (of: (site: BlendedSite) => number) => SiteBlend;

/**
 * Sites alike in country, goods and people: they count as one site with all their workers, so that splitting one changes nothing.
 */
type Group = {
  readonly first: BlendedSite;
  readonly isNamed: boolean;
  readonly places: number[];
  heads: number | undefined;
};

/**
 * How the sites of a supplier are blended: `share x worst + (1 - share) x mean`. By the rules of 2026.1 the mean is by workers. By
 * those of 2026.2 no site weighs more than the worst one does, none less than `least`, and only sites count that a line of
 * goods names. Any site can be the worst: the one with which the blend is largest, so that no site can lower it by becoming
 * the worst. What was left open counts only as far as it raises the mean.
 * @param sites in the order of the list of sites, at least one
 */
export function siteBlend(
  walk: Walk,
  { mean: rules, worstSite }: RuleSet["inherent"],
  sites: readonly BlendedSite[],
): Blend {
  if (rules === undefined) return (of) => blendByWorkers(sites, worstSite, of);
  const { least } = rules;
  const groups = groupsOf(walk, sites);
  const counted = groups.every(({ isNamed }) => isNamed) || leavesSitesOpen(walk) ? groups : groups.filter(isNamed);
  return (of) => {
    const most = Math.max(...groups.map(({ first }) => of(first)));
    let best:
      | { readonly value: number; readonly mean: number; readonly group: Group; readonly weights: Weights }
      | undefined;
    for (const group of groups) {
      const worst = of(group.first);
      if (best !== undefined && (worstSite * worst + (100 - worstSite) * most) / 100 <= best.value) continue;
      const { mean, weights } = meanUnder(group, counted, least, of);
      const value = (worstSite * worst + (100 - worstSite) * mean) / 100;
      if (best === undefined || value > best.value) best = { value, mean, group, weights };
    }
    if (best === undefined) throw new Error("There are no sites to blend");
    const [place = 0] = best.group.places;
    const { value, mean, group, weights } = best;
    return { worst: of(group.first), mean, value, place, weights: spread(weights, sites) };
  };
}

const isNamed = (group: Group) => group.isNamed;

/** With no worker at all every weight would be a guess, so the worst stands alone. */
function blendByWorkers(sites: readonly BlendedSite[], share: number, of: (site: BlendedSite) => number): SiteBlend {
  let [place, weight, sum, worst] = [0, 0, 0, Number.NEGATIVE_INFINITY];
  for (const [at, site] of sites.entries()) {
    const points = of(site);
    weight += site.heads ?? 0;
    sum += (site.heads ?? 0) * points;
    if (points > worst) [place, worst] = [at, points];
  }
  const mean = weight > 0 ? sum / weight : worst;
  const value = (share * worst + (100 - share) * mean) / 100;
  return { worst, mean, value, place, weights: sites.map(({ heads }) => heads ?? 0) };
}

type Weights = ReadonlyMap<Group, number>;

/** The mean of the groups where no one weighs more than the worst. */
function meanUnder(
  worst: Group,
  groups: readonly Group[],
  least: number,
  of: (site: BlendedSite) => number,
): { readonly mean: number; readonly weights: Weights } {
  // A worst site of an unknown number of workers may have so many that no other counts.
  if (worst.heads === undefined) return { mean: of(worst.first), weights: new Map([[worst, least]]) };
  const cap = Math.max(least, worst.heads);
  const weights = new Map<Group, number>();
  let [weight, sum] = [0, 0];
  const put = (group: Group, heads: number) => {
    weight += heads;
    sum += heads * of(group.first);
    weights.set(group, heads);
  };
  const most = ({ heads = cap }: Group) => Math.min(cap, Math.max(least, heads));
  const open: Group[] = [];
  for (const group of groups) {
    if (group.isNamed && group.heads !== undefined) put(group, most(group));
    else open.push(group);
  }
  for (const group of open.sort((one, other) => of(other.first) - of(one.first))) {
    if (weight === 0 || of(group.first) * weight > sum) put(group, most(group));
    else if (group.isNamed) put(group, least);
  }
  return { mean: weight > 0 ? sum / weight : of(worst.first), weights };
}

/** What groups weigh, shared out to their sites by workers. */
function spread(weights: Weights, sites: readonly BlendedSite[]): number[] {
  const spread = sites.map(() => 0);
  for (const [{ places, heads }, weight] of weights) {
    for (const place of places) {
      spread[place] = weight * (heads ? (sites[place]?.heads ?? 0) / heads : 1 / places.length);
    }
  }
  return spread;
}

function groupsOf(walk: Walk, sites: readonly BlendedSite[]): readonly Group[] {
  const named = namedSites(walk);
  const groups: Group[] = [];
  for (const [place, site] of sites.entries()) {
    const isOne = named.has(site.site);
    const alike = groups.find((group) => group.isNamed === isOne && isAlike(walk, group.first, site));
    if (alike === undefined) {
      groups.push({ first: site, isNamed: isOne, places: [place], heads: site.heads });
      continue;
    }
    alike.places.push(place);
    alike.heads = alike.heads === undefined || site.heads === undefined ? undefined : alike.heads + site.heads;
  }
  return groups;
}

/** Alike in what they are and not just in points: with other tiers of countries they would be alike still. */
function isAlike(walk: Walk, one: BlendedSite, other: BlendedSite): boolean {
  if (one.country !== other.country || one.S !== other.S || one.W !== other.W) return false;
  const [origins, others] = [originsAt(walk, one.site), originsAt(walk, other.site)];
  return origins.size === others.size && [...origins].every(([country, share]) => others.get(country) === share);
}

/** Shares of the foreign workers at a site, by nationality. */
function originsAt(walk: Walk, site: string): ReadonlyMap<string, number> {
  const rows = rowsOf(walk, "D2", "foreign").filter(({ cells }) => cells.site === site);
  const all = rows.reduce((sum, row) => sum + cellNumber(row, "workers"), 0);
  const heads = new Map<string, number>();
  for (const row of rows) {
    const country = cellText(row, "nationality") ?? "";
    heads.set(country, (heads.get(country) ?? 0) + cellNumber(row, "workers"));
  }
  return new Map([...heads].map(([country, some]) => [country, all > 0 ? some / all : 0]));
}

/** The sites that some line of goods names. */
export function namedSites(walk: Pick<Walk, "answers">): ReadonlySet<string> {
  const named = new Set<string>();
  for (const { cells } of rowsOf(walk, "C1", "goods")) {
    if (Array.isArray(cells.sites)) for (const site of cells.sites) named.add(site);
  }
  return named;
}

/** Whether goods are not said at all, or a line of them does not say which sites make them. */
function leavesSitesOpen(walk: Walk): boolean {
  const lines = rowsOf(walk, "C1", "goods");
  return lines.length === 0 || lines.some(({ cells: { sites } }) => !Array.isArray(sites) || sites.length === 0);
}
