import { type Outcome, outcomeOf } from "#scoring/outcome";
import type { RateInput } from "#scoring/rate";
import type { Rating, Step } from "#scoring/rating";
import { roundPoints } from "#terms/points";
import { type BandConditions, bandConditions } from "./changes/band-conditions";
import { type SingleChange, singleChanges } from "./changes/single-changes";
import { type DoubtsByPart, doubtsOf } from "./doubts";
import { type Workings, workingsOf } from "./workings/workings";

/** One line of an explanation: a step of the sum, with the questions it comes from. */
export type Reason = Pick<Step, "kind" | "code" | "rule" | "points" | "questions" | "params" | "source">;

/**
 * What raised a score, largest first, and what lowered it: controls, with negative points. What lies over 100 and is left
 * out lowered nothing, and is in neither. Codes only; words are the app's.
 */
export function reasonsOf({ steps }: Rating): {
  readonly raised: readonly Reason[];
  readonly lowered: readonly Reason[];
} {
  const counted = steps.filter(({ kind }) => kind !== "cap");
  return {
    raised: counted.filter(({ points }) => points > 0).sort((a, b) => b.points - a.points),
    lowered: counted.filter(({ points }) => points < 0).sort((a, b) => a.points - b.points),
  };
}

/** All that a rating keeps no room for: it comes out of the same answers, rules and countries at any time. */
export type Explanation = {
  /** Every number that the rating is made of, exact. */
  readonly workings: Workings;
  /** Doubts of the data that its parts were read from. */
  readonly doubts: DoubtsByPart;
  /** What holds its band, all of it; null in the lowest. */
  readonly conditions: BandConditions | null;
  /** Single answers that would be enough; none where none is. */
  readonly changes: readonly SingleChange[];
};

/**
 * Explains a kept rating from what it was made from; undefined where that comes to other figures now, for then it would
 * explain another rating.
 */
export function explain(input: RateInput, rating: Rating): Explanation | undefined {
  const outcome = outcomeOf(input);
  const { figures, score, band, scoreBand, floor } = outcome;
  const { inherent, residual, adverse, counted, countryFactor, findings } = figures;
  if (!isRating(outcome, rating)) return undefined;
  const { definition } = input.ruleSet;
  const exact = {
    inherent: inherent.total,
    controls: counted,
    residual,
    adverse,
    countryFactor,
    redFlags: findings.redFlags,
  };
  return {
    workings: workingsOf(outcome, definition),
    doubts: doubtsOf(outcome, input.edition),
    conditions: bandConditions(definition, { ...exact, score, band, scoreBand, floor }),
    changes: singleChanges(input, outcome),
  };
}

/** Whether answers come to the very figures that a rating was kept with. */
export function isRating({ figures, score, band }: Outcome, rating: Rating): boolean {
  return (
    roundPoints(figures.inherent.total) === rating.inherent &&
    roundPoints(figures.residual) === rating.residual &&
    roundPoints(figures.adverse) === rating.adverse &&
    score === rating.score &&
    band === rating.band
  );
}
