import type { Walk } from "#questionnaires/walk";
import { rowsOf } from "#scoring/answer-values";
import type { RuleSet } from "#scoring/rules/rule-set";

/** What a site is weighed by. `workers` is undefined where it was not said. */
type WeighedSite = {
  readonly site: string;
  readonly workers: number | undefined;
  readonly C: number;
  readonly S: number;
  readonly W: number;
  readonly inherent: number;
};

/** Sites alike in every figure: they weigh what one site with all their workers would, so that splitting one changes nothing. */
type Group = {
  readonly first: WeighedSite;
  readonly isNamed: boolean;
  readonly places: number[];
  workers: number | undefined;
};

/**
 * What each site weighs in the mean of all, in workers; where all weigh nothing the worst stands for the mean. By the rules of
 * 2026.1 these are its workers. By those of 2026.2 no more than the worst site has and no less than `least`, and only sites count
 * that a line of goods names. What was left open counts only as far as it raises the mean: silence must not lower it.
 * @param sites in the order of the list of sites, at least one
 */
export function siteWeights(
  walk: Walk,
  rules: RuleSet["inherent"]["mean"],
  sites: readonly WeighedSite[],
  worst: WeighedSite,
): readonly number[] {
  if (rules === undefined) return sites.map(({ workers }) => workers ?? 0);
  const groups = groupsOf(sites, namedSites(walk));
  const ofWorst = groups.find(({ places }) => places.some((place) => sites[place] === worst));
  // A worst site of an unknown number of workers may have so many that no other counts.
  if (ofWorst?.workers === undefined) return sites.map((site) => (site === worst ? 1 : 0));
  const cap = Math.max(rules.least, ofWorst.workers);
  const most = ({ workers = cap }: Group) => Math.min(cap, Math.max(rules.least, workers));
  const weights = sites.map(() => 0);
  let [sum, weighed] = [0, 0];
  const put = (group: Group, weight: number) => {
    sum += weight;
    weighed += weight * group.first.inherent;
    for (const place of group.places) weights[place] = weight * shareOf(sites[place], group);
  };
  const isCertain = ({ isNamed, workers }: Group) => isNamed && workers !== undefined;
  for (const group of groups) if (isCertain(group)) put(group, most(group));
  for (const group of openGroups(
    groups.filter((one) => !isCertain(one)),
    walk,
  )) {
    if (sum === 0 || group.first.inherent * sum > weighed) put(group, most(group));
    else if (group.isNamed) put(group, rules.least);
  }
  return weights;
}

/** Groups that may count or not, or nobody knows how much; riskiest first. */
function openGroups(groups: readonly Group[], walk: Walk): readonly Group[] {
  if (groups.length === 0) return groups;
  const leavesOpen = leavesSitesOpen(walk);
  return groups
    .filter(({ isNamed }) => isNamed || leavesOpen)
    .sort((one, other) => other.first.inherent - one.first.inherent);
}

function shareOf(site: WeighedSite | undefined, { workers, places }: Group): number {
  return workers ? (site?.workers ?? 0) / workers : 1 / places.length;
}

function groupsOf(sites: readonly WeighedSite[], named: ReadonlySet<string>): Group[] {
  const groups: Group[] = [];
  for (const [place, site] of sites.entries()) {
    const isNamed = named.has(site.site);
    const alike = groups.find((group) => group.isNamed === isNamed && isAlike(group.first, site));
    if (alike === undefined) {
      groups.push({ first: site, isNamed, places: [place], workers: site.workers });
      continue;
    }
    alike.places.push(place);
    alike.workers =
      alike.workers === undefined || site.workers === undefined ? undefined : alike.workers + site.workers;
  }
  return groups;
}

function isAlike(one: WeighedSite, other: WeighedSite): boolean {
  return one.inherent === other.inherent && one.C === other.C && one.S === other.S && one.W === other.W;
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
