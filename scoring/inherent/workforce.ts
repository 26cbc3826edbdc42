import type { Walk } from "#questionnaires/journey";
import { type CountryEdition, tierOf } from "#scoring/editions/index";
import { assumedShare, cellNumber, cellText, isUnsure, numberOf, rowsOf } from "#scoring/given";
import type { RuleSet } from "#scoring/rule-set";

/** Workers of one site, as heads. `indirect`: agency, contractor and trainee. `exposed`: nationals of countries of concern. */
type Heads = { total: number; agency: number; indirect: number; foreign: number; exposed: number; told: boolean };

const nobody: Readonly<Heads> = { total: 0, agency: 0, indirect: 0, foreign: 0, exposed: 0, told: false };

/** What is known of the workforce, read once for all sites. */
export type Workforce = {
  readonly heads: ReadonlyMap<string, Heads>;
  /** Share of the worst case assumed for what is not said, 0 to 1. */
  readonly assumed: { readonly split: number; readonly foreign: number };
  /** Points of the supplier's agents and housing; they count where there are foreign or agency workers. */
  readonly agents: number;
  readonly housing: number;
};

export type WorkforceRisk = { readonly points: number; readonly foreignShare: number; readonly indirectShare: number };

/** @param edition whose tiers say which origins are of concern */
export function readWorkforce(walk: Walk, ruleSet: RuleSet, edition: CountryEdition): Workforce {
  const rules = ruleSet.inherent.workforce;
  const concern = new Set(rules.origins.tiers);
  const heads = new Map<string, Heads>();
  const at = (site: string | undefined): Heads => {
    const known = heads.get(site ?? "");
    if (known !== undefined) return known;
    const fresh = { ...nobody };
    heads.set(site ?? "", fresh);
    return fresh;
  };
  let total = 0;
  for (const row of rowsOf(walk, "D1", "workforce")) {
    const here = at(cellText(row, "site"));
    const indirect = cellNumber(row, "agency") + cellNumber(row, "contractor") + cellNumber(row, "trainee");
    const all = indirect + cellNumber(row, "own") + cellNumber(row, "home");
    here.told = true;
    here.agency += cellNumber(row, "agency");
    here.indirect += indirect;
    here.total += all;
    total += all;
  }
  for (const row of rowsOf(walk, "D2", "foreign")) {
    const here = at(cellText(row, "site"));
    const workers = cellNumber(row, "workers");
    here.foreign += workers;
    const tier = tierOf(edition, cellText(row, "nationality") ?? "");
    if (tier !== undefined && concern.has(tier)) here.exposed += workers;
  }
  return {
    heads,
    assumed: { split: assumedShare(walk, ruleSet, "D1"), foreign: assumedShare(walk, ruleSet, "D2") },
    agents: agentPoints(walk, rules.agents),
    housing: housingPoints(walk, ruleSet, total),
  };
}

/** Unknown counts as two or more agents. */
function agentPoints(walk: Walk, points: number): number {
  if (!walk.asked.has("D3")) return 0;
  const answer = walk.answers.D3;
  if (isUnsure(answer) || walk.stateOf("D3") === "blank") return points;
  return answer?.value?.answer === "two-or-more" ? points : 0;
}

function housingPoints(walk: Walk, ruleSet: RuleSet, workers: number): number {
  const { points, above } = ruleSet.inherent.workforce.housing;
  const housed = numberOf(walk, "D4") ?? 0;
  return 100 * housed > above * workers ? points : points * assumedShare(walk, ruleSet, "D4");
}

/**
 * Risk of the workforce of one site, in points 0 to 100.
 * @param workers of the site by the list of sites, used where the workforce is not split
 */
export function workforceRiskOf(workforce: Workforce, ruleSet: RuleSet, site: string, workers: number): WorkforceRisk {
  const rules = ruleSet.inherent.workforce;
  const here = workforce.heads.get(site) ?? nobody;
  const total = here.total > 0 ? here.total : workers;
  const foreignShare = shareOf(here.foreign, total);
  const indirectShare = shareOf(here.indirect, total);
  const untold = !here.told && workers > 0 ? ruleSet.silence.blank / 100 : 0;
  const foreign = Math.max(Math.min(1, (100 * foreignShare) / rules.foreign.fullAt), workforce.assumed.foreign);
  const indirect = Math.max(
    Math.min(1, (100 * indirectShare) / rules.indirect.fullAt),
    workforce.assumed.split,
    untold,
  );
  let points = rules.base + rules.foreign.points * foreign + rules.indirect.points * indirect;
  if (foreign > 0 || here.agency > 0 || workforce.assumed.split > 0 || untold > 0) {
    const fromConcern = 100 * here.exposed > rules.origins.above * here.foreign;
    points += workforce.agents + workforce.housing;
    points += fromConcern ? rules.origins.points : rules.origins.points * workforce.assumed.foreign;
  }
  return { points: Math.min(100, points), foreignShare, indirectShare };
}

function shareOf(some: number, all: number): number {
  if (some <= 0) return 0;
  return all > 0 ? Math.min(1, some / all) : 1;
}
