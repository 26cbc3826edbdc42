import type { RuleSet } from "#scoring/rules/rule-set";
import type { ControlScore } from "./control-scores";

/** One group of controls: its weight in percent, and its points. */
export type GroupScore = {
  readonly group: string;
  readonly weight: number;
  /** 0 to 100. */
  readonly score: number;
  readonly earned: number;
  readonly available: number;
};

/** All controls together. `total`: mean of the groups by their weights, 0 to 100; 0 where none applies. */
export type ControlSummary = {
  readonly groups: readonly GroupScore[];
  readonly weights: number;
  readonly total: number;
};

/** Groups in the order of the rule set; one with no control that applies drops out, and the weights count without it. */
export function summaryOf(scores: readonly ControlScore[], ruleSet: RuleSet): ControlSummary {
  const sums = new Map<string, { earned: number; available: number }>();
  for (const { group, earned, available } of scores) {
    const sum = sums.get(group);
    if (sum === undefined) sums.set(group, { earned, available });
    else {
      sum.earned += earned;
      sum.available += available;
    }
  }
  const groups: GroupScore[] = [];
  let [weights, weighted] = [0, 0];
  for (const [group, weight] of Object.entries(ruleSet.groups)) {
    const sum = sums.get(group);
    if (sum === undefined) continue;
    const { earned, available } = sum;
    const score = (100 * earned) / available;
    groups.push({ group, weight, score, earned, available });
    weights += weight;
    weighted += weight * score;
  }
  return { groups, weights, total: weights > 0 ? weighted / weights : 0 };
}
