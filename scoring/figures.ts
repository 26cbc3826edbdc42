import type { Walk } from "#questionnaires/walk";
import { type ControlScore, controlScores } from "#scoring/controls/control-scores";
import { type ControlSummary, summaryOf } from "#scoring/controls/control-summary";
import { type GateControls, gateControls, limitAtGates, residualOf } from "#scoring/controls/residual";
import { adverseOf, countryFactorOf } from "#scoring/findings/adverse";
import { type Findings, findingsOf } from "#scoring/findings/findings";
import type { Inherent } from "#scoring/inherent/inherent";
import type { CompiledRules } from "#scoring/rules/compiled-rules";
import type { RuleSet } from "#scoring/rules/rule-set";

/** The figures that a score is made of: exact, in points of 0 to 100 unless said otherwise. */
export type Figures = {
  readonly inherent: Inherent;
  readonly controls: readonly ControlScore[];
  readonly summary: ControlSummary;
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
  const adverse = adverseOf(ruleSet, residual, countryFactor, findings.redFlags);
  return { inherent, controls, summary, gates, counted, residual, countryFactor, findings, adverse };
}
