import { type Walk, walk } from "#questionnaires/walk";
import type { CompiledRules } from "#scoring/rules/compiled-rules";
import type { RuleSet } from "#scoring/rules/rule-set";
import { toHundredths } from "#terms/points";
import { controlScores } from "./control-scores";
import { type ControlSummary, summaryOf } from "./control-summary";

/** Risk left after controls: `Inherent x (1 - 0.6 x Controls / 100)` in the standard rule set. All in points, 0 to 100. */
export function residualOf({ mitigationCeiling }: RuleSet, inherent: number, controls: number): number {
  return inherent * (1 - (mitigationCeiling * controls) / 10_000);
}

/** The controls of the questions that are asked below a gate: an inherent risk from which further questions are asked. */
export type GateControls = {
  readonly gate: number;
  readonly controls: ReadonlySet<string>;
  readonly below: ControlSummary;
};

/**
 * Controls as they count when further questions are asked only because the inherent risk has reached a gate: never so
 * much that the risk left is under what it was just below the gate without those questions. Otherwise a worse country
 * would lower a score by giving a supplier more to be good at.
 * @param controls over all questions asked, 0 to 100
 * @param gates that were reached
 */
export function limitAtGates(
  ruleSet: RuleSet,
  inherent: number,
  controls: number,
  gates: readonly GateControls[],
): number {
  if (inherent <= 0 || ruleSet.mitigationCeiling === 0) return controls;
  let counted = controls;
  for (const { gate, below } of gates) {
    const least = residualOf(ruleSet, Math.min(gate, inherent), below.total);
    counted = Math.min(counted, ((1 - least / inherent) * 10_000) / ruleSet.mitigationCeiling);
  }
  return Math.max(0, counted);
}

/** The controls that would apply just below each gate the risk has reached, where they can matter at all. */
export function gateControls(compiled: CompiledRules, full: Walk, ruleSet: RuleSet, inherent: number): GateControls[] {
  const { facts } = full;
  if (facts.inherent === undefined) return [];
  const least = residualOf(ruleSet, inherent, 100);
  return compiled.gates
    .filter((gate) => toHundredths(inherent) >= gate * 100 && least < gate)
    .map((gate) => {
      const below = walk(full.questionnaire, full.answers, { ...facts, inherent: gate - 0.01 });
      const scores = controlScores(compiled, below, ruleSet);
      return { gate, controls: new Set(scores.map(({ id }) => id)), below: summaryOf(scores, ruleSet) };
    });
}
