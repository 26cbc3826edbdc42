import type { RuleSet } from "#scoring/rules/rule-set";
import type { Band } from "#terms/bands";

/** The band under which one knock-out lets no rating come; the worst for a rule that the rule set does not have. */
export function floorBandOf({ redFlags }: RuleSet, { question, rule }: { question: string; rule: string }): Band {
  return redFlags[question]?.rules.find(({ id }) => id === rule)?.floor ?? "critical";
}
