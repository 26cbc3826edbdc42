import { type Walk, walk } from "#questionnaires/journey";
import {
  type ControlScore,
  controlScores,
  type GateControls,
  limitAtGates,
  residualOf,
  type Summary,
  summaryOf,
} from "#scoring/controls/controls";
import { adverseOf, countryFactorOf } from "#scoring/findings/adverse";
import { type Findings, findingsOf } from "#scoring/findings/findings";
import type { Inherent } from "#scoring/inherent/inherent";
import type { CompiledRules } from "#scoring/rules/compiled-rules";
import type { RuleSet } from "#scoring/rules/rule-set";
import { toHundredths } from "#terms/points";

/** The figures that a score is made of: exact, in points of 0 to 100 unless said otherwise. */
export type Figures = {
  readonly inherent: Inherent;
  readonly controls: readonly ControlScore[];
  readonly summary: Summary;
  readonly gates: readonly GateControls[];
  /** Controls as they count: what was earned, or less at a gate. */
  readonly counted: number;
  readonly residual: number;
  /** A factor, not points. */
  readonly countryFactor: number;
  readonly findings: Findings;
  readonly adverse: number;
};

/**
 * The arithmetic of a rating: what controls leave of the inherent risk, and what red flags add to it. The score is
 * `residual + adverse`, at most 100.
 * @param planned questions with an accepted plan that is not overdue
 */
export function figuresOf(
  compiled: CompiledRules,
  full: Walk,
  inherent: Inherent,
  ruleSet: RuleSet,
  planned: ReadonlySet<string>,
): Figures {
  const controls = controlScores(compiled, full, ruleSet);
  const summary = summaryOf(controls, ruleSet);
  const gates = gateControls(compiled, full, ruleSet, inherent.total);
  const counted = limitAtGates(ruleSet, inherent.total, summary.total, gates);
  const residual = residualOf(ruleSet, inherent.total, counted);

  const countryFactor = countryFactorOf(ruleSet, inherent.country);
  const findings = findingsOf(compiled, full, ruleSet, planned);
  const adverse = adverseOf(ruleSet, countryFactor, findings.redFlags);
  return { inherent, controls, summary, gates, counted, residual, countryFactor, findings, adverse };
}

/** The controls that would apply just below each gate the risk has reached, where they can matter at all. */
function gateControls(compiled: CompiledRules, full: Walk, ruleSet: RuleSet, inherent: number): GateControls[] {
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
