import { outcomeOf } from "#scoring/outcome";
import type { RateInput } from "#scoring/rate";
import type { Rating } from "#scoring/rating";
import type { Band } from "#terms/bands";
import { roundPoints } from "#terms/points";
import { type Lowering, loweringChanges, neverPriced, together } from "./changes/lowering-changes";
import { isRating } from "./explain";
import { controlsWorkings } from "./workings/control-workings";

/** What a supplier is told of its own rating beside the figures that the rating keeps. */
export type OwnResult = {
  /** The largest first. */
  readonly lowers: readonly Lowering[];
  /** What these come to, all of them; absent of one, which says so itself. */
  readonly together?: { readonly score: number; readonly band: Band };
  /** What the first two of them come to; only where there are more. */
  readonly firstTwo?: { readonly score: number; readonly band: Band };
  /** Answers that controls were earned with, and how many points each takes off: negative, the most first. */
  readonly helps: readonly { readonly question: string; readonly points: number }[];
};

/** Changes, and helping answers, that are named. */
const named = 5;

/** Undefined where the answers come to other figures now than those kept: then it would tell of another rating. */
export function ownResult(input: RateInput, rating: Rating): OwnResult | undefined {
  const now = outcomeOf(input);
  if (!isRating(now, rating)) return undefined;
  const lowers = loweringChanges(input, now).slice(0, named);
  const { groups } = controlsWorkings(now, input.ruleSet.definition);
  const points = new Map<string, number>();
  for (const { group, earned, controls } of groups) {
    const step = rating.steps.find(({ kind, code }) => kind === "control" && code === group);
    if (step === undefined || earned === 0) continue;
    for (const one of controls) {
      const before = points.get(one.question) ?? 0;
      points.set(one.question, before + (step.points * one.earned) / earned);
    }
  }
  return {
    lowers,
    ...(lowers.length > 1 && { together: together(input, lowers) }),
    ...(lowers.length > 2 && { firstTwo: together(input, lowers.slice(0, 2)) }),
    helps: [...points]
      .map(([question, exact]) => ({ question, points: roundPoints(exact) }))
      .filter((one) => one.points < 0 && !neverPriced.includes(one.question))
      .sort((one, other) => one.points - other.points)
      .slice(0, named),
  };
}
