import type { Step } from "#scoring/rating";
import { maxPoints, toHundredths, toMillionths } from "#terms/points";

/** Points: figures nearer to each other than this differ only by the order in which they were added. */
export const tolerance = 1e-9;

/** A factor with four decimals. */
export function roundFactor(factor: number): number {
  return Math.round(factor * 10_000) / 10_000;
}

/** A step with its exact points. */
export type ExactStep = Omit<Step, "points"> & { readonly exact: number };

/**
 * Rounds steps to two decimals so that they add up to the rounded total exactly (largest remainder): every step goes down
 * to its hundredth, and the hundredths still missing go to the steps that lost most, the earlier of equals first.
 * @param total what the steps add up to before rounding; given apart because adding them up again would not be exact
 * @returns the steps in the same order, and the total in hundredths of a point
 */
export function roundSteps(exactSteps: readonly ExactStep[], total: number): { steps: Step[]; hundredths: number } {
  const hundredths = toHundredths(total);
  const exact = exactSteps.map((step) => toMillionths(step.exact));
  const whole = exact.map((one) => Math.floor(one / 10_000));
  const lost = exact.map((one, place) => one - (whole[place] ?? 0) * 10_000);
  const missing = hundredths - whole.reduce((sum, one) => sum + one, 0);
  for (let given = 0; given < Math.min(missing, whole.length); given += 1) {
    const place = placeOfMost(lost);
    whole[place] = (whole[place] ?? 0) + 1;
    // It has had its hundredth: less than one that lost nothing.
    lost[place] = -1;
  }
  const steps = exactSteps.map(({ kind, code, rule, questions, params, source }, place) => {
    return { kind, code, rule, points: (whole[place] ?? 0) / 100, questions, params, source };
  });
  return { steps, hundredths };
}

/** The place of the largest figure, the first of equals. */
function placeOfMost(figures: readonly number[]): number {
  let [place, most] = [0, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < figures.length; at += 1) {
    const one = figures[at] ?? 0;
    if (one > most) [place, most] = [at, one];
  }
  return place;
}

/** The step that takes away what is past 100 points, so that all steps add up to the score; none where nothing is. */
export function capStep(hundredths: number, source: string): Step[] {
  const most = 100 * maxPoints;
  if (hundredths <= most) return [];
  const points = (most - hundredths) / 100;
  const params = { unlimited: hundredths / 100 };
  return [{ kind: "cap", code: "score", rule: "most-100", points, questions: [], params, source }];
}
