import type { Answer, Evidence } from "#questionnaires/answers";
import type { Walk } from "#questionnaires/walk";
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

/** Every control that applies, in the order of the rule set. */
export function controlScores(compiled: CompiledRules, walk: Walk, ruleSet: RuleSet): ControlScore[] {
  const scores: ControlScore[] = [];
  for (const one of compiled.controls) {
    const { id, question, group, points } = one.control;
    const answer = walk.answers[question];
    if (!applies(one, answer, walk)) continue;
    const claimed = claimedBy(one, answer, walk);
    const factor = proofFactor(answer?.evidence, ruleSet.evidence, one.control.needsEvidence === true);
    scores.push({ id, question, group, available: points, claimed, earned: (claimed * factor) / 100 });
  }
  return scores;
}

/** What is not asked, does not apply, or has nothing to control costs nobody points. */
function applies({ place, free }: CompiledControl, answer: Answer | undefined, walk: Walk): boolean {
  if (walk.states[place] === "not-asked" || answer?.unsure === "na") return false;
  return free?.(walk) !== "holds";
}

/** Points that the answer would earn if it were proven: all that it meets, and never more than the control has. */
function claimedBy({ control, earns }: CompiledControl, answer: Answer | undefined, walk: Walk): number {
  if (answer?.value === undefined) return 0;
  let claimed = 0;
  for (const { points, count } of earns) claimed += points * count(walk);
  return Math.min(control.points, claimed);
}

/** Percent that counts. The best document decides, so that adding a weak one to a strong one costs nothing. */
function proofFactor(evidence: readonly Evidence[] | undefined, factors: RuleSet["evidence"], needed: boolean): number {
  if (evidence === undefined || evidence.length === 0) return needed ? 0 : factors.none;
  let [best, stands] = [0, false];
  for (const { status } of evidence) {
    best = Math.max(best, factors[status]);
    stands ||= status !== "rejected" && status !== "expired";
  }
  return needed && !stands ? 0 : best;
}
