import type { Evidence } from "#questionnaires/answers";
import type { Walk } from "#questionnaires/journey";
import type { ControlProgram, Program } from "./program";
import type { RuleSet } from "./rule-set";

/** One control whose question applies: points that can be earned, that the answer claims, and that its proof lets count. */
export type ControlScore = {
  readonly id: string;
  readonly question: string;
  readonly group: string;
  readonly available: number;
  readonly claimed: number;
  readonly earned: number;
};

export type GroupScore = {
  readonly group: string;
  readonly weight: number;
  /** 0 to 100. */
  readonly score: number;
  readonly earned: number;
  readonly available: number;
};

/** Every control that applies, in the order of the rule set. */
export function controlScores(program: Program, walk: Walk, ruleSet: RuleSet): ControlScore[] {
  const scores: ControlScore[] = [];
  for (const one of program.controls) {
    const { id, question, group, points } = one.control;
    if (!applies(one, walk)) continue;
    const claimed = claimedBy(one, walk);
    const factor = proofFactor(walk.answers[question]?.evidence, ruleSet, one.control.needsEvidence === true);
    scores.push({ id, question, group, available: points, claimed, earned: (claimed * factor) / 100 });
  }
  return scores;
}

function applies({ control: { question }, free }: ControlProgram, walk: Walk): boolean {
  if (!walk.asked.has(question) || walk.answers[question]?.unsure === "na") return false;
  return free?.(walk) !== "holds";
}

function claimedBy({ control, earns }: ControlProgram, walk: Walk): number {
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

/** Groups that apply, in the order of the rule set; a group with no control that applies drops out. */
export function groupScores(scores: readonly ControlScore[], ruleSet: RuleSet): GroupScore[] {
  return Object.entries(ruleSet.groups).flatMap(([group, weight]) => {
    let [earned, available] = [0, 0];
    for (const score of scores) {
      if (score.group !== group) continue;
      earned += score.earned;
      available += score.available;
    }
    return available > 0 ? [{ group, weight, score: (100 * earned) / available, earned, available }] : [];
  });
}

/** Mean of the groups by their weights, 0 to 100; 0 where none applies. */
export function controlsTotal(groups: readonly GroupScore[]): number {
  let [sum, weights] = [0, 0];
  for (const { weight, score } of groups) {
    sum += weight * score;
    weights += weight;
  }
  return weights > 0 ? sum / weights : 0;
}

/** Risk left after controls; both arguments and the result in points, 0 to 100. */
export function residualOf({ mitigationCeiling }: RuleSet, inherent: number, controls: number): number {
  return inherent * (1 - (mitigationCeiling * controls) / 10_000);
}

/**
 * Controls as they count when further questions are asked only because the inherent risk has reached a gate: never so
 * much that the risk left is under what it was just below the gate without those questions. Otherwise a worse country
 * would lower a score by giving a supplier more to be good at.
 * @param below controls over the questions asked without the gate, 0 to 100
 */
export function limitAtGate(ruleSet: RuleSet, inherent: number, controls: number, gate: number, below: number): number {
  if (inherent <= 0 || ruleSet.mitigationCeiling === 0) return controls;
  const least = residualOf(ruleSet, Math.min(gate, inherent), below);
  const most = ((1 - least / inherent) * 10_000) / ruleSet.mitigationCeiling;
  return Math.max(0, Math.min(controls, most));
}
