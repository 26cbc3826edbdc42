import type { Row } from "#questionnaires/answers";
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
import { namedSites, type SiteBlend, siteBlend } from "./site-blend";
import { type Transparency, transparencyOf } from "./transparency";
import { readWorkforce, type Workforce, type WorkforceRisk, workforceRiskOf } from "./workforce";

/** One site as it was rated. C, S, W, T and `inherent` in exact points, 0 to 100; `country` is "" where it is not known. */
export type SiteInherent = {
  readonly site: string;
  readonly country: string;
  readonly tier: SiteTier;
  readonly workers: number;
  /** The same, undefined where they were not said. */
  readonly heads: number | undefined;
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
  readonly countryBlend: SiteBlend;
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
  const rated = rowsOf(walk, "B1", "sites").map((row) => siteInherent(input, row));
  // Where no site is named, what silence counts stands for the supplier.
  const counted = rated.length > 0 ? rated : [siteInherent(input, { id: "", cells: { workers: 0 } })];
  const blend = siteBlend(walk, ruleSet.inherent, counted);
  const whole = blend((site) => site.inherent);
  for (const [place, site] of counted.entries()) site.weight = whole.weights[place] ?? 0;
  const sites: readonly SiteInherent[] = counted;
  const worst = sites[whole.place] ?? sites[0];
  if (worst === undefined) throw new Error("A supplier is rated by one site at least");
  const { weights, worstSite } = ruleSet.inherent;
  const together = (of: (site: SiteInherent) => number) => {
    return (worstSite * of(worst) + (100 - worstSite) * meanOf(sites, of, worst)) / 100;
  };
  const parts = {
    C: (weights.C * together((site) => site.C)) / 100,
    S: (weights.S * together((site) => site.S)) / 100,
    W: (weights.W * together((site) => site.W)) / 100,
    T: (weights.T * transparency.points) / 100,
  };
  const country = blend((site) => site.C);
  return {
    total: parts.C + parts.S + parts.W + parts.T,
    parts,
    country: country.value,
    countryBlend: country,
    sites: rated.length > 0 ? sites : [],
    worst,
    transparency,
    known: rated.length > 0,
  };
}

/** The mean by what sites weigh; the worst stands for it where they all weigh nothing. */
export function meanOf(
  sites: readonly SiteInherent[],
  of: (site: SiteInherent) => number,
  worst: SiteInherent,
): number {
  let [weight, sum] = [0, 0];
  for (const site of sites) {
    weight += site.weight;
    sum += site.weight * of(site);
  }
  return weight > 0 ? sum / weight : of(worst);
}

/** A site whose weight in the mean is known once all sites are. */
type SiteToWeigh = SiteInherent & { weight: number };

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
function siteInherent(input: SiteInput, row: Row): SiteToWeigh {
  const { walk, ruleSet, edition, sources, named } = input;
  const site = row.id;
  const country = cellText(row, "country");
  const workers = cellNumber(row, "workers");
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
  const heads = row.cells.workers === undefined ? undefined : workers;
  return { site, country: place, tier, workers, heads, weight: 0, C, S, W, T, inherent, goods, workforce };
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
 * The fact `inherent` for conditions: 0 to 100 as it is shown, or undefined before the first site is named (with a country,
 * where the rule set has no figure for one without), so that
 * no question is asked for a risk that nobody knows. Visits that have become old since are not in it: a page that was signed
 * must not find new questions on another day.
 */
export function inherentFact(walk: Walk, ruleSet: RuleSet, { total, transparency }: Inherent): number | undefined {
  const sites = rowsOf(walk, "B1", "sites");
  const isKnown = ruleSet.inherent.noCountry === undefined ? sites.some(hasCountry) : sites.length > 0;
  if (!isKnown) return undefined;
  return roundPoints(total - (ruleSet.inherent.weights.T * transparency.byAge) / 100);
}

function hasCountry(row: Row): boolean {
  return cellText(row, "country") !== undefined;
}
