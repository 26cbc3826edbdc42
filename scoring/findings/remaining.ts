import type { Walk } from "#questionnaires/journey";
import { mostCents, toCents } from "#scoring/explanation/step-rounding";
import type { Floor, Remaining } from "#scoring/rating";
import type { Program } from "#scoring/rules/compiled-rules";
import type { RuleSet } from "#scoring/rules/rule-set";
import { adverseOf } from "./adverse";
import { findingsOf } from "./findings";
import { bandOf } from "./floor";

/** What the remaining steps are made of. `residual` and `countryFactor` are exact; `planned`: questions with a plan. */
export type RemainingInput = {
  readonly program: Program;
  readonly walk: Walk;
  readonly ruleSet: RuleSet;
  readonly planned: ReadonlySet<string>;
  readonly residual: number;
  readonly countryFactor: number;
  readonly floor: Floor | null;
};

/**
 * The score and band of the steps that remain without the knock-outs that hold the floor; null where none does. Other
 * answers count by the same rules, so that what a knock-out left no room for in its question counts here.
 */
export function remainingOf({ floor, ...input }: RemainingInput): Remaining | null {
  if (floor === null) return null;
  const { program, walk, ruleSet, planned, residual, countryFactor } = input;
  const settled = new Set(floor.reasons.map(({ question }) => question));
  const { redFlags } = findingsOf(program, walk, ruleSet, planned, settled);
  const score = Math.min(mostCents, toCents(residual + adverseOf(ruleSet, countryFactor, redFlags))) / 100;
  return { score, band: bandOf(ruleSet, score) };
}
