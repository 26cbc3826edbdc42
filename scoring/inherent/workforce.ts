import type { Row } from "#questionnaires/answers";
import type { Walk } from "#questionnaires/walk";
import { assumedShare, cellNumber, cellText, isUnsure, numberOf, rowsOf } from "#scoring/answer-values";
import type { LoadedEdition } from "#scoring/editions/load-edition";
import type { RuleSet } from "#scoring/rules/rule-set";
import { gradeOf, partOf, shareOf } from "./shares";

/**
 * How many workers one site has. `indirect`: agency, contractor and trainee. `exposed`: nationals of countries of concern.
 * `isSplit`: whether the table of workers (D1) names the site.
 */
type Headcount = {
  total: number;
  agency: number;
  indirect: number;
  foreign: number;
  exposed: number;
  isSplit: boolean;
};

const nobody: Readonly<Headcount> = { total: 0, agency: 0, indirect: 0, foreign: 0, exposed: 0, isSplit: false };

type WorkforceRules = RuleSet["inherent"]["workforce"];

/** What is known of the workforce, read once for all sites. */
export type Workforce = {
  readonly headcounts: ReadonlyMap<string, Headcount>;
  /** Share of the worst case assumed for what is not said, 0 to 1. */
  readonly assumed: { readonly split: number; readonly foreign: number };
  /** Points of the supplier's agents and housing; they count where there are foreign or agency workers. */
  readonly agents: number;
  readonly housing: number;
};

/** What a term of W comes from: a figure of the rules, some of all workers, an answer of the supplier's, or silence. */
export type WorkforceTerm = {
  readonly name: "base" | "foreign" | "indirect" | "agents" | "origins" | "housing";
  /** Exact points that it adds. */
  readonly points: number;
  /** Points that it adds at most. */
  readonly of: number;
  /** Heads that were counted, where it is a share of them. */
  readonly heads?: { readonly some: number; readonly all: number };
  /** Percent of all heads from which it adds its most, where it grows with them. */
  readonly fullAt?: number;
  /** Percent of the most that is assumed because nothing was said; absent where what was said counts. */
  readonly assumed?: number;
};

/** `points`: W of a site, 0 to 100, its terms together and never more than 100. Shares of its workers: 0 to 1. */
export type WorkforceRisk = {
  readonly points: number;
  readonly foreignShare: number;
  readonly indirectShare: number;
  readonly terms: readonly WorkforceTerm[];
};

/**
 * Reads the tables of workers (D1) and of foreign workers (D2), agents (D3) and housing (D4).
 * @param edition whose tiers say which origins are of concern
 */
export function readWorkforce(walk: Walk, ruleSet: RuleSet, edition: LoadedEdition): Workforce {
  const rules = ruleSet.inherent.workforce;
  const headcounts = new Map<string, Headcount>();
  const workers = readHeadcounts(walk, headcounts);
  readForeign(walk, headcounts, edition, new Set(rules.origins.tiers));
  return {
    headcounts,
    assumed: { split: assumedShare(walk, ruleSet, "D1"), foreign: assumedShare(walk, ruleSet, "D2") },
    agents: agentPoints(walk, rules.agents),
    housing: housingPoints(walk, ruleSet, workers),
  };
}

function headcountAt(headcounts: Map<string, Headcount>, row: Row): Headcount {
  const site = cellText(row, "site") ?? "";
  const known = headcounts.get(site);
  if (known !== undefined) return known;
  const fresh = { ...nobody };
  headcounts.set(site, fresh);
  return fresh;
}

/** Counts the workers of each site by D1; returns those of all sites. */
function readHeadcounts(walk: Walk, headcounts: Map<string, Headcount>): number {
  let workers = 0;
  for (const row of rowsOf(walk, "D1", "workforce")) {
    const here = headcountAt(headcounts, row);
    const agency = cellNumber(row, "agency");
    const indirect = agency + cellNumber(row, "contractor") + cellNumber(row, "trainee");
    const all = indirect + cellNumber(row, "own") + cellNumber(row, "home");
    here.isSplit = true;
    here.agency += agency;
    here.indirect += indirect;
    here.total += all;
    workers += all;
  }
  return workers;
}

/** Adds the foreign workers of each site by D2, and those of them who come from a country in a tier of concern. */
function readForeign(
  walk: Walk,
  headcounts: Map<string, Headcount>,
  edition: LoadedEdition,
  concern: ReadonlySet<string>,
): void {
  for (const row of rowsOf(walk, "D2", "foreign")) {
    const here = headcountAt(headcounts, row);
    const workers = cellNumber(row, "workers");
    here.foreign += workers;
    const tier = edition.tierOf(cellText(row, "nationality") ?? "");
    if (tier !== undefined && concern.has(tier)) here.exposed += workers;
  }
}

/** Unknown counts as two or more agents. */
function agentPoints(walk: Walk, points: WorkforceRules["agents"]): number {
  if (!walk.asked.has("D3")) return 0;
  const { one, more } = typeof points === "number" ? { one: 0, more: points } : points;
  const answer = walk.answers.D3;
  if (isUnsure(answer) || walk.stateOf("D3") === "blank") return more;
  const layers = answer?.value?.answer;
  return layers === "two-or-more" ? more : layers === "one-agent" ? one : 0;
}

/** By the share of all workers who live in housing of the employer or an agent. */
function housingPoints(walk: Walk, ruleSet: RuleSet, workers: number): number {
  const { housing } = ruleSet.inherent.workforce;
  const share = gradeOf(housing, numberOf(walk, "D4") ?? 0, workers);
  return housing.points * Math.max(share, assumedShare(walk, ruleSet, "D4"));
}

/**
 * Risk of the workforce of one site, in points 0 to 100: a base, the shares of foreign and of indirect workers, and where
 * there are foreign or agency workers the agents, their housing and their origins.
 * @param workers of the site by the list of sites, used where the workforce is not split
 */
export function workforceRiskOf(workforce: Workforce, ruleSet: RuleSet, site: string, workers: number): WorkforceRisk {
  const { workforce: rules } = ruleSet.inherent;
  const { base, foreign, indirect, origins } = rules;
  const { assumed, agents, housing } = workforce;
  const here = workforce.headcounts.get(site) ?? nobody;
  const total = here.total > 0 ? here.total : workers;
  const foreignShare = shareOf(here.foreign, total);
  const indirectShare = shareOf(here.indirect, total);
  const untold = !here.isSplit && workers > 0 ? ruleSet.silence.blank / 100 : 0;
  const silent = { foreign: assumed.foreign, indirect: Math.max(assumed.split, untold) };
  const foreignPart = Math.max(partOf(foreign, foreignShare), silent.foreign);
  const indirectPart = Math.max(partOf(indirect, indirectShare), silent.indirect);
  const heads = (some: number) => ({ some, all: total });
  const assumedOver = (share: number, part: number) => (share > 0 && share >= part ? { assumed: 100 * share } : {});
  const terms: WorkforceTerm[] = [
    { name: "base", points: base, of: base },
    {
      name: "foreign",
      points: foreign.points * foreignPart,
      of: foreign.points,
      fullAt: foreign.fullAt,
      heads: heads(here.foreign),
      ...assumedOver(silent.foreign, foreignPart),
    },
    {
      name: "indirect",
      points: indirect.points * indirectPart,
      of: indirect.points,
      fullAt: indirect.fullAt,
      heads: heads(here.indirect),
      ...assumedOver(silent.indirect, indirectPart),
    },
  ];
  if (foreignPart > 0 || here.agency > 0 || assumed.split > 0 || untold > 0) {
    const told = gradeOf(origins, here.exposed, here.foreign);
    const concern = Math.max(told, assumed.foreign);
    terms.push(
      { name: "agents", points: agents, of: typeof rules.agents === "number" ? rules.agents : rules.agents.more },
      { name: "housing", points: housing, of: rules.housing.points },
      {
        name: "origins",
        points: origins.points * concern,
        of: origins.points,
        heads: { some: here.exposed, all: here.foreign },
        ...("fullAt" in origins && { fullAt: origins.fullAt }),
        ...(told < concern && { assumed: 100 * assumed.foreign }),
      },
    );
  }
  const points = terms.reduce((sum, term) => sum + term.points, 0);
  return { points: Math.min(100, points), foreignShare, indirectShare, terms };
}
