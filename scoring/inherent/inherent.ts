import type { Walk } from "#questionnaires/walk";
import { cellNumber, cellText, rowsOf } from "#scoring/answer-values";
import type { LoadedEdition } from "#scoring/editions/load-edition";
import type { RuleSources } from "#scoring/rules/conditions/sources";
import type { RuleSet } from "#scoring/rules/rule-set";
import type { InherentPart } from "#terms/inherent-parts";
import { roundPoints } from "#terms/points";
import type { SiteTier } from "#terms/tiers";
import { type GoodsRisk, goodsRiskOf } from "./goods-risk";
import { serviceAndGoodsRiskOf } from "./service-and-goods-risk";
import { namedSites, siteWeights } from "./site-weights";
import { type Transparency, transparencyOf } from "./transparency";
import { readWorkforce, type Workforce, type WorkforceRisk, workforceRiskOf } from "./workforce";

/** One site as it was rated. C, S, W, T and `inherent` in exact points, 0 to 100; `country` is "" where it is not known. */
export type SiteInherent = {
  readonly site: string;
  readonly country: string;
  readonly tier: SiteTier;
  readonly workers: number;
  /** Workers that it weighs in the mean of all sites. */
  readonly weight: number;
  readonly C: number;
  readonly S: number;
  readonly W: number;
  readonly T: number;
  readonly inherent: number;
  readonly goods: GoodsRisk;
  readonly workforce: WorkforceRisk;
};

/** Figures are exact, not rounded. `parts` add up to `total`; all in points 0 to 100. */
export type Inherent = {
  readonly total: number;
  readonly parts: Readonly<Record<InherentPart, number>>;
  /** The country risk alone, blended over sites like the whole. */
  readonly country: number;
  readonly sites: readonly SiteInherent[];
  readonly worst: SiteInherent;
  readonly transparency: Transparency;
  /** Whether any site was named. Without one the figures rest on what silence counts. */
  readonly known: boolean;
};

/** Inherent risk of the supplier and of each site, from the answers that apply. */
export function inherentFrom(walk: Walk, ruleSet: RuleSet, edition: LoadedEdition, sources: RuleSources): Inherent {
  const workforce = readWorkforce(walk, ruleSet, edition);
  const transparency = transparencyOf(walk, ruleSet, sources);
  const named = sources.sourced && namedSites(walk);
  const input = { walk, ruleSet, edition, sources, named, workforce, transparency };
  const rows = rowsOf(walk, "B1", "sites");
  const rated = rows.map((row) => siteInherent(input, row.id, cellText(row, "country"), cellNumber(row, "workers")));
  // Where no site is named, what silence counts stands for the supplier.
  const [first = siteInherent(input, "", undefined, 0)] = rated;
  const heaviest = worstOf(first, rated, (site) => site.inherent);
  const sites = weigh(input, rated, heaviest);
  const worst = sites[rated.indexOf(heaviest)] ?? heaviest;
  const worstCountry = worstOf(worst, sites, (site) => site.C);
  const { weights } = ruleSet.inherent;
  const parts = {
    C: (weights.C * blend(ruleSet, sites, (site) => site.C, worst)) / 100,
    S: (weights.S * blend(ruleSet, sites, (site) => site.S, worst)) / 100,
    W: (weights.W * blend(ruleSet, sites, (site) => site.W, worst)) / 100,
    T: (weights.T * transparency.points) / 100,
  };
  return {
    total: parts.C + parts.S + parts.W + parts.T,
    parts,
    country: blend(ruleSet, sites, (site) => site.C, worstCountry),
    sites,
    worst,
    transparency,
    known: sites.length > 0,
  };
}

/** What the risk of every site is made from. */
type SiteInput = {
  readonly walk: Walk;
  readonly ruleSet: RuleSet;
  readonly edition: LoadedEdition;
  readonly sources: RuleSources;
  /** Sites that lines of goods name, where that matters. */
  readonly named?: ReadonlySet<string>;
  readonly workforce: Workforce;
  readonly transparency: Transparency;
};

/** `I = 0.35 C + 0.20 S + 0.30 W + 0.15 T` of one site, by the weights of the standard rule set. */
function siteInherent(input: SiteInput, site: string, country: string | undefined, workers: number): SiteInherent {
  const { walk, ruleSet, edition, sources, named } = input;
  const { tier, points: C } = countryRisk(ruleSet, edition, country);
  const risks = ruleSet.inherent.goods;
  const place = country ?? "";
  const goods =
    sources.sourced && "lineUnsaid" in risks
      ? serviceAndGoodsRiskOf(walk, risks, sources.sourced, {
          site,
          country: place,
          isNamed: named?.has(site) ?? false,
        })
      : goodsRiskOf(walk, ruleSet, sources.lists, site, place);
  const workforce = workforceRiskOf(input.workforce, ruleSet, site, workers);
  const [S, W, T] = [goods.points, workforce.points, input.transparency.points];
  const { weights } = ruleSet.inherent;
  const inherent = (weights.C * C + weights.S * S + weights.W * W + weights.T * T) / 100;
  return { site, country: place, tier, workers, weight: workers, C, S, W, T, inherent, goods, workforce };
}

/** The sites with what they weigh in the mean, in their order. */
function weigh({ walk, ruleSet }: SiteInput, sites: readonly SiteInherent[], worst: SiteInherent): SiteInherent[] {
  const { mean } = ruleSet.inherent;
  if (mean === undefined || sites.length === 0) return [...sites];
  const rows = rowsOf(walk, "B1", "sites");
  const said = sites.map((site, place) => {
    return rows[place]?.cells.workers === undefined ? { ...site, workers: undefined } : site;
  });
  const weights = siteWeights(walk, mean, said, said[sites.indexOf(worst)] ?? worst);
  return sites.map((site, place) => ({ ...site, weight: weights[place] ?? 0 }));
}

/** The site with the most points; of equals the one that was listed first. */
function worstOf(
  first: SiteInherent,
  all: readonly SiteInherent[],
  points: (site: SiteInherent) => number,
): SiteInherent {
  return all.reduce((worst, site) => (points(site) > points(worst) ? site : worst), first);
}

/** `0.6 x worst site + 0.4 x mean`. With no worker at all, every weight would be a guess, so the worst stands alone. */
function blend(
  { inherent: { worstSite } }: RuleSet,
  sites: readonly SiteInherent[],
  of: (site: SiteInherent) => number,
  worst: SiteInherent,
): number {
  let weight = 0;
  let sum = 0;
  for (const site of sites) {
    weight += site.weight;
    sum += site.weight * of(site);
  }
  const mean = weight > 0 ? sum / weight : of(worst);
  return (worstSite * of(worst) + (100 - worstSite) * mean) / 100;
}

/** C: the tier score of the country. A site without a country counts as Tier 3 left blank. */
function countryRisk(
  ruleSet: RuleSet,
  edition: LoadedEdition,
  country: string | undefined,
): { tier: SiteTier; points: number } {
  const { tiers, noCountry } = ruleSet.inherent;
  if (country === undefined)
    return { tier: "unknown", points: noCountry ?? (tiers["3"] * ruleSet.silence.blank) / 100 };
  const tier = edition.tierOf(country) ?? "unranked";
  return { tier, points: tiers[tier] };
}

/**
 * The fact `inherent` for conditions: 0 to 100 as it is shown, or undefined before the first site has a country, so that
 * no question is asked for a risk that nobody knows. Visits that have become old since are not in it: a page that was signed
 * must not find new questions on another day.
 */
export function inherentFact(walk: Walk, ruleSet: RuleSet, { total, transparency }: Inherent): number | undefined {
  if (!rowsOf(walk, "B1", "sites").some((row) => cellText(row, "country") !== undefined)) return undefined;
  return roundPoints(total - (ruleSet.inherent.weights.T * transparency.byAge) / 100);
}
