import type { RuleSet } from "#scoring/rules/rule-set";
import { maxPoints } from "#terms/points";

/**
 * How much more a fact weighs where the country protects less: `0.9 + 0.4 x Cs / 100` in the standard rule set of 2026.2.
 * @param country blended country risk of the supplier (Cs), in points 0 to 100
 * @returns a factor, 0.8 to 1.4 in the standard rule sets
 */
export function countryFactorOf({ countryFactor: { base, slope } }: RuleSet, country: number): number {
  return (base + (slope * country) / 100) / 100;
}

/**
 * Points that red flags add: their sum weighted by country, and never more than the cap; or that part of what is left to 100
 * which grows with the sum and never takes it all.
 * @param residual risk that controls leave, in points 0 to 100
 */
export function adverseOf(ruleSet: RuleSet, residual: number, countryFactor: number, redFlags: number): number {
  const weighted = countryFactor * redFlags;
  const { adverse } = ruleSet;
  if (adverse === undefined) return Math.min(capOf(ruleSet), weighted);
  return ((maxPoints - residual) * weighted) / (weighted + adverse.halfAt);
}

/** The weighted points of red flags with which a score would be so many points, exact; never more than the score can take. */
export function weightedFor(ruleSet: RuleSet, residual: number, score: number): number {
  const { adverse } = ruleSet;
  if (adverse === undefined) return Math.min(capOf(ruleSet), score - residual);
  return ((score - residual) * adverse.halfAt) / (maxPoints - score);
}

/** The most points that red flags add, where there is such a limit. */
export function capOf({ adverseCap }: RuleSet): number {
  return adverseCap ?? Number.POSITIVE_INFINITY;
}
