import { isSilence } from "#scoring/findings/findings";
import { questionsIn } from "#scoring/rules/conditions/rule-questions";
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

/** The questions that decide whether a question sets a floor: itself, and those that its rules read. */
export function floorQuestions({ redFlags }: RuleSet, question: string): readonly string[] {
  return [...new Set([question, ...questionsIn(redFlags[question] ?? {})])];
}
