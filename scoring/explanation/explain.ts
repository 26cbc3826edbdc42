import type { NearestChange, Rating, Step } from "#scoring/rating";

/** One line of an explanation: a step of the sum, with the questions it comes from. */
export type Reason = Pick<Step, "kind" | "code" | "rule" | "points" | "questions" | "params" | "source">;

export type Explanation = {
  /** What raised the score, largest first. */
  readonly raised: readonly Reason[];
  /** What lowered it, largest first; points are negative. */
  readonly lowered: readonly Reason[];
  readonly nearest: NearestChange | null;
};

/** What raised a score, what lowered it, and the smallest change that would move its band. Codes only; words are the app's. */
export function explain(rating: Rating): Explanation {
  return {
    raised: rating.steps.filter(({ points }) => points > 0).sort((a, b) => b.points - a.points),
    lowered: rating.steps.filter(({ points }) => points < 0).sort((a, b) => a.points - b.points),
    nearest: rating.nearest,
  };
}
