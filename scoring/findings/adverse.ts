import type { RuleSet } from "#scoring/rules/rule-set";

/**
 * How much more a fact weighs where the country protects less: `0.8 + 0.6 x Cs / 100` in the standard rule set.
 * @param country blended country risk of the supplier (Cs), in points 0 to 100
 * @returns a factor, 0.8 to 1.4 in the standard rule set
 */
export function countryFactorOf({ countryFactor: { base, slope } }: RuleSet, country: number): number {
  return (base + (slope * country) / 100) / 100;
}

/** Points that red flags add: their sum weighted by country, and never more than the cap. */
export function adverseOf(ruleSet: RuleSet, countryFactor: number, redFlags: number): number {
  return Math.min(ruleSet.adverseCap, countryFactor * redFlags);
}
