import type { Outcome } from "#scoring/outcome";
import type { RuleSet } from "#scoring/rules/rule-set";
import { type ControlsWorkings, controlsWorkings } from "./control-workings";
import { type FlagsWorkings, flagsWorkings } from "./flag-workings";
import { type InherentWorkings, inherentWorkings } from "./inherent-workings";

/** Every number that a rating is made of, exact, so that each of its lines can be worked out by hand. */
export type Workings = {
  readonly inherent: InherentWorkings;
  readonly controls: ControlsWorkings;
  readonly flags: FlagsWorkings;
};

export function workingsOf(outcome: Outcome, ruleSet: RuleSet): Workings {
  return {
    inherent: inherentWorkings(outcome.figures.inherent, ruleSet),
    controls: controlsWorkings(outcome, ruleSet),
    flags: flagsWorkings(outcome, ruleSet),
  };
}
