import type { Walk } from "#questionnaires/walk";
import type { Floor, Remaining } from "#scoring/rating";
import type { CompiledRules } from "#scoring/rules/compiled-rules";
import type { RuleSet } from "#scoring/rules/rule-set";
import { maxPoints, roundPoints } from "#terms/points";
import { adverseOf } from "./adverse";
import { type Findings, redFlagsWithout } from "./findings";
import { bandOf } from "./floor";

/** What the score without knock-outs is made of. `residual` and `countryFactor` are exact; `planned`: questions with a plan. */
export type RemainingInput = {
  readonly compiled: CompiledRules;
  readonly walk: Walk;
  readonly ruleSet: RuleSet;
  readonly findings: Findings;
  readonly planned: ReadonlySet<string>;
  readonly residual: number;
  readonly countryFactor: number;
  readonly floor: Floor | null;
};

/**
 * The score and band of the steps that remain without the knock-outs that hold the floor; null where none does. Other
 * answers count by the same rules, so that what a knock-out left no room for in its question counts here.
 */
export function remainingOf(input: RemainingInput): Remaining | null {
  const { compiled, walk, ruleSet, findings, planned, residual, countryFactor, floor } = input;
  if (floor === null) return null;
  const holding = new Set(floor.reasons.map(({ question }) => question));
  const redFlags = redFlagsWithout(holding, findings, compiled, walk, ruleSet, planned);
  const score = Math.min(maxPoints, roundPoints(residual + adverseOf(ruleSet, residual, countryFactor, redFlags)));
  return { score, band: bandOf(ruleSet, score) };
}
