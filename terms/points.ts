/** The highest score, in points. */
export const maxPoints = 100;

/**
 * Points in whole hundredths, half up. Snapped to millionths first: binary sums of decimals differ in their last bits, and
 * those bits must not decide a half.
 */
export function toHundredths(points: number): number {
  return Math.floor((toMillionths(points) + 5000) / 10_000);
}

/** Points with two decimals: the one way in which scores, their sums and their differences are rounded. */
export function roundPoints(points: number): number {
  return toHundredths(points) / 100;
}

/** Points in whole millionths: exact enough to share out hundredths, and free of binary remainders. */
export function toMillionths(points: number): number {
  return Math.round(points * 1_000_000);
}

/** Points of one step of the spread: 0 to 100 in twenty steps. */
export const pointsStep = 5;

/** Ratings from which on there is a middle one worth naming. */
export const fewestForMedian = 3;
