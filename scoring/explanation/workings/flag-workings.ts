import { capOf } from "#scoring/findings/adverse";
import type { Flag } from "#scoring/findings/findings";
import type { Outcome } from "#scoring/outcome";
import type { RuleSet } from "#scoring/rules/rule-set";
import { maxPoints } from "#terms/points";

/**
 * How the points of a red flag were counted, before relief. `times`: how often its rule was met; `silence`: percent of the
 * worst that its question can count, less what was said counts already; `set`: a figure that the rules give.
 */
export type FlagCount =
  | { readonly by: "times"; readonly times: number; readonly each: number; readonly most: number }
  | { readonly by: "silence"; readonly percent: number; readonly of: number; readonly less: number }
  | { readonly by: "set"; readonly points: number; readonly less: number };

/** One red flag: `points` after relief, before the country factor; `relief`: percents that were taken off. */
export type FlagWorkings = Pick<Flag, "question" | "rule" | "points"> & {
  readonly count: FlagCount;
  readonly before: number;
  readonly relief: readonly { readonly why: "repaid" | "plan"; readonly percent: number }[];
};

/**
 * How all flags together come to what they add: at most `cap`, and each is scaled by `scale`, 1 under the cap; or that share
 * of `rest`, what is left to 100, which `halfAt` weighted points take half of. Exact points.
 */
export type FlagsTogether =
  | { readonly by: "cap"; readonly cap: number; readonly scale: number }
  | { readonly by: "share"; readonly halfAt: number; readonly rest: number; readonly percent: number };

/** Step 5. `weighted`: the sum times the factor. Exact points. */
export type FlagsWorkings = {
  readonly flags: readonly FlagWorkings[];
  readonly sum: number;
  /** A factor, and the percents that it is made of. */
  readonly factor: number;
  readonly base: number;
  readonly slope: number;
  readonly weighted: number;
  readonly together: FlagsTogether;
  readonly adverse: number;
};

export function flagsWorkings(outcome: Outcome, ruleSet: RuleSet): FlagsWorkings {
  const { findings, countryFactor: factor, adverse } = outcome.figures;
  const { flags, redFlags: sum } = findings;
  const weighted = factor * sum;
  return {
    flags: flags.map((flag) => flagWorkings(flag, outcome, ruleSet)),
    sum,
    factor,
    ...ruleSet.countryFactor,
    weighted,
    together: togetherOf(ruleSet, weighted, outcome.figures.residual),
    adverse,
  };
}

function togetherOf(ruleSet: RuleSet, weighted: number, residual: number): FlagsTogether {
  if (ruleSet.adverse) {
    const { halfAt } = ruleSet.adverse;
    return { by: "share", halfAt, rest: maxPoints - residual, percent: (100 * weighted) / (weighted + halfAt) };
  }
  const cap = capOf(ruleSet);
  return { by: "cap", cap, scale: weighted > cap ? cap / weighted : 1 };
}

function flagWorkings(flag: Flag, outcome: Outcome, ruleSet: RuleSet): FlagWorkings {
  const { question, rule, points } = flag;
  const relief = reliefOf(flag, ruleSet);
  const left = relief.reduce((share, { percent }) => (share * (100 - percent)) / 100, 1);
  const before = left > 0 ? points / left : points;
  return { question, rule, points, count: countOf(flag, before, outcome, ruleSet), before, relief };
}

function reliefOf({ question, relief }: Flag, { redFlags, planRelief }: RuleSet): FlagWorkings["relief"] {
  const found: { why: "repaid" | "plan"; percent: number }[] = [];
  if (relief.includes("repaid")) found.push({ why: "repaid", percent: redFlags[question]?.relief?.percent ?? 0 });
  if (relief.includes("plan")) found.push({ why: "plan", percent: planRelief });
  return found;
}

function countOf(
  { question, rule: id }: Flag,
  before: number,
  { compiled, walk }: Outcome,
  { redFlags, silence }: RuleSet,
): FlagCount {
  const { worst = before, unsure } = redFlags[question] ?? {};
  const met = compiled.questions.find(({ code }) => code === question)?.rules.find(({ rule }) => rule.id === id);
  if (met) return { by: "times", times: met.count(walk), each: met.rule.points, most: met.rule.max ?? worst };
  const percent = id === "blank" ? silence.blank : silence.unsure;
  const counts = (percent * worst) / 100;
  const set = unsure ?? (silence.unsure * worst) / 100;
  if (id === "blank" ? counts >= set : unsure === undefined) {
    return { by: "silence", percent, of: worst, less: Math.max(0, counts - before) };
  }
  return { by: "set", points: set, less: Math.max(0, set - before) };
}
