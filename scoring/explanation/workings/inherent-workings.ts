import type { GoodsRisk } from "#scoring/inherent/goods-risk";
import type { Inherent, SiteInherent } from "#scoring/inherent/inherent";
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
  const { sites, worst, parts, transparency } = inherent;
  const workers = sites.reduce((sum, site) => sum + site.workers, 0);
  const blend = (of: (site: SiteInherent) => number, most: number): Blend => {
    const mean = workers > 0 ? sites.reduce((sum, site) => sum + site.workers * of(site), 0) / workers : most;
    const value = (rules.worstSite * most + (100 - rules.worstSite) * mean) / 100;
    return { worst: most, mean, worstShare: rules.worstSite, value };
  };
  const part = (code: InherentPart) => ({ ...blend((site) => site[code], worst[code]), points: parts[code] });
  return {
    weights: rules.weights,
    parts: { C: part("C"), S: part("S"), W: part("W"), T: part("T") },
    total: blend(({ inherent: risk }) => risk, worst.inherent),
    worstSite: worst.site,
    workers,
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
    country: blend(({ C: risk }) => risk, Math.max(worst.C, ...sites.map((site) => site.C))),
  };
}
