import { isSilence } from "#scoring/findings/findings";
import type { RuleSet } from "#scoring/rules/rule-set";
import type { Band } from "#terms/bands";

/**
 * The band under which one knock-out, or not knowing of it, lets no rating come; the worst for a rule that the rule set does
 * not have.
 */
export function floorBandOf({ redFlags }: RuleSet, { question, rule }: { question: string; rule: string }): Band {
  const { rules = [], unverified } = redFlags[question] ?? {};
  if (unverified && isSilence(rule)) return unverified.floor;
  return rules.find(({ id }) => id === rule)?.floor ?? "critical";
}
