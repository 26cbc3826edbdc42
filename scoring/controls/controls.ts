import type { Evidence } from "#questionnaires/answers";
import type { Walk } from "#questionnaires/journey";
import type { CompiledControl, CompiledRules } from "#scoring/rules/compiled-rules";
import type { RuleSet } from "#scoring/rules/rule-set";

/** One control whose question applies: points that can be earned, that the answer claims, and that its proof lets count. */
export type ControlScore = {
  readonly id: string;
  readonly question: string;
  readonly group: string;
  readonly available: number;
  readonly claimed: number;
  readonly earned: number;
};

/** One group of controls: its weight in percent, and its points. */
export type GroupScore = {
  readonly group: string;
  readonly weight: number;
  /** 0 to 100. */
  readonly score: number;
  readonly earned: number;
  readonly available: number;
};

/** Every control that applies, in the order of the rule set. */
export function controlScores(compiled: CompiledRules, walk: Walk, ruleSet: RuleSet): ControlScore[] {
  const scores: ControlScore[] = [];
  for (const one of compiled.controls) {
    const { id, question, group, points } = one.control;
    if (!applies(one, walk)) continue;
    const claimed = claimedBy(one, walk);
    const factor = proofFactor(walk.answers[question]?.evidence, ruleSet, one.control.needsEvidence === true);
    scores.push({ id, question, group, available: points, claimed, earned: (claimed * factor) / 100 });
  }
  return scores;
}

/** What is not asked, does not apply, or has nothing to control costs nobody points. */
function applies({ control: { question }, free }: CompiledControl, walk: Walk): boolean {
  if (!walk.asked.has(question) || walk.answers[question]?.unsure === "na") return false;
  return free?.(walk) !== "holds";
}

/** Points that the answer would earn if it were proven: all that it meets, and never more than the control has. */
function claimedBy({ control, earns }: CompiledControl, walk: Walk): number {
  if (walk.answers[control.question]?.value === undefined) return 0;
  let claimed = 0;
  for (const { points, count } of earns) claimed += points * count(walk);
  return Math.min(control.points, claimed);
}

/** Percent that counts. The best document decides, so that adding a weak one to a strong one costs nothing. */
function proofFactor(evidence: readonly Evidence[] = [], ruleSet: RuleSet, needed: boolean): number {
  const factors = ruleSet.evidence;
  const standing = evidence.filter(({ status }) => status !== "rejected" && status !== "expired");
  if (needed && standing.length === 0) return 0;
  if (evidence.length === 0) return factors.none;
  return Math.max(...evidence.map(({ status }) => factors[status]));
}

/** All controls together. `total`: mean of the groups by their weights, 0 to 100; 0 where none applies. */
export type Summary = { readonly groups: readonly GroupScore[]; readonly weights: number; readonly total: number };

/** Groups in the order of the rule set; one with no control that applies drops out, and the weights count without it. */
export function summaryOf(scores: readonly ControlScore[], ruleSet: RuleSet): Summary {
  const sums = new Map<string, { earned: number; available: number }>();
  for (const { group, earned, available } of scores) {
    const sum = sums.get(group) ?? { earned: 0, available: 0 };
    sum.earned += earned;
    sum.available += available;
    sums.set(group, sum);
  }
  const groups: GroupScore[] = [];
  let [weights, weighted] = [0, 0];
  for (const [group, weight] of Object.entries(ruleSet.groups)) {
    const sum = sums.get(group);
    if (sum === undefined) continue;
    const score = (100 * sum.earned) / sum.available;
    groups.push({ group, weight, score, ...sum });
    weights += weight;
    weighted += weight * score;
  }
  return { groups, weights, total: weights > 0 ? weighted / weights : 0 };
}

/** The summary had one control of a group earned so many points more; its groups stay as they are. */
export function withGain(summary: Summary, group: string, gain: number): Summary {
  const one = summary.groups.find((score) => score.group === group);
  if (one === undefined) return summary;
  return { ...summary, total: summary.total + (100 * gain * one.weight) / (one.available * summary.weights) };
}

/** Risk left after controls: `Inherent x (1 - 0.6 x Controls / 100)` in the standard rule set. All in points, 0 to 100. */
export function residualOf({ mitigationCeiling }: RuleSet, inherent: number, controls: number): number {
  return inherent * (1 - (mitigationCeiling * controls) / 10_000);
}

/** The controls of the questions that are asked below a gate: an inherent risk from which further questions are asked. */
export type GateControls = { readonly gate: number; readonly controls: ReadonlySet<string>; readonly below: Summary };

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
