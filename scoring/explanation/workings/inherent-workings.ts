import type { GoodsRisk } from "#scoring/inherent/goods-risk";
import { type Inherent, meanOf, type SiteInherent } from "#scoring/inherent/inherent";
import type { WorkforceTerm } from "#scoring/inherent/workforce";
import type { RuleSet } from "#scoring/rules/rule-set";
import type { InherentPart } from "#terms/inherent-parts";

/** The worst site and the mean of all, and what comes of them by their shares in percent. */
export type Blend = {
  readonly worst: number;
  readonly mean: number;
  readonly worstShare: number;
  readonly value: number;
};

/** One site with all that its risk is made of. Points are exact. */
export type SiteWorkings = Readonly<Record<InherentPart, number>> & {
  readonly site: string;
  readonly country: string;
  readonly tier: string;
  readonly workers: number;
  /** Workers that it weighs in the mean. */
  readonly weight: number;
  readonly inherent: number;
  readonly goods: GoodsRisk;
  readonly workforce: readonly WorkforceTerm[];
};

/** One part of T, with what it was counted from. `assumed`: percent of the worst, where silence was counted. */
export type TransparencyWorkings = {
  readonly question: string;
  readonly points: number;
  readonly heads?: { readonly some: number; readonly all: number };
  readonly assumed?: number;
};

/** Steps 1 to 3: sites, their blend, and the country factor. Points are exact; weights and shares in percent. */
export type InherentWorkings = {
  readonly weights: Readonly<Record<InherentPart, number>>;
  readonly parts: Readonly<Record<InherentPart, Blend & { readonly points: number }>>;
  readonly total: Blend;
  /** Id of the site that counts as the worst; "" where none was named. */
  readonly worstSite: string;
  readonly workers: number;
  readonly sites: readonly SiteWorkings[];
  readonly transparency: readonly TransparencyWorkings[];
  /** Cs, and what becomes of it: a factor of `base` and `slope` percent. */
  readonly country: Blend;
};

export function inherentWorkings(inherent: Inherent, { inherent: rules }: RuleSet): InherentWorkings {
  const { sites, worst, parts, transparency, countryBlend } = inherent;
  const worstShare = rules.worstSite;
  const blend = (of: (site: SiteInherent) => number): Blend => {
    const mean = meanOf(sites, of, worst);
    return { worst: of(worst), mean, worstShare, value: (worstShare * of(worst) + (100 - worstShare) * mean) / 100 };
  };
  const part = (code: InherentPart) => ({ ...blend((site) => site[code]), points: parts[code] });
  return {
    weights: rules.weights,
    parts: { C: part("C"), S: part("S"), W: part("W"), T: part("T") },
    total: blend(({ inherent: risk }) => risk),
    worstSite: worst.site,
    workers: sites.reduce((sum, site) => sum + site.weight, 0),
    sites: (sites.length > 0 ? sites : [worst]).map(({ workforce, ...site }) => ({
      ...site,
      workforce: workforce.terms,
    })),
    transparency: Object.entries(transparency.parts).map(([question, points]) => ({
      question,
      points,
      heads: transparency.heads[question],
      assumed: transparency.assumed[question],
    })),
    country: { worst: countryBlend.worst, mean: countryBlend.mean, worstShare, value: countryBlend.value },
  };
}
