import type { Step } from "#scoring/rating";

/**
 * Points in whole cents, half up. Snapped to millionths first: sums of tenths carry dust in the last bits, and dust must
 * not decide a half.
 */
export function toCents(points: number): number {
  return Math.floor((toMillionths(points) + 5000) / 10_000);
}

/** Points: figures that are nearer to each other differ only by the order in which they were added. */
export const dust = 1e-9;

/** The highest score, in cents. */
export const mostCents = 10_000;

/** Points with two decimals. */
export function rounded(points: number): number {
  return toCents(points) / 100;
}

/** A factor with four decimals. */
export function roundedFactor(factor: number): number {
  return Math.round(factor * 10_000) / 10_000;
}

function toMillionths(points: number): number {
  return Math.round(points * 1_000_000);
}

/** A line before rounding. */
export type Line = Omit<Step, "points"> & { readonly exact: number };

/**
 * Rounds lines to two decimals so that they add up to the rounded total exactly: every line goes down to its cent, and
 * the cents still missing go to the lines that lost most (the earlier of equals).
 * @param total what the lines add up to before rounding; given apart because adding them up again would add dust
 * @returns the steps in the order of the lines, and the total in cents
 */
export function roundLines(lines: readonly Line[], total: number): { steps: Step[]; cents: number } {
  const cents = toCents(total);
  const exact = lines.map((line) => toMillionths(line.exact));
  const whole = exact.map((one) => Math.floor(one / 10_000));
  const lost = (place: number) => (exact[place] ?? 0) - (whole[place] ?? 0) * 10_000;
  const missing = cents - whole.reduce((sum, one) => sum + one, 0);
  const byLoss = lines.map((_, place) => place).sort((a, b) => lost(b) - lost(a) || a - b);
  for (const place of byLoss.slice(0, missing)) whole[place] = (whole[place] ?? 0) + 1;
  const steps = lines.map(({ kind, code, rule, questions, params, source }, place) => {
    return { kind, code, rule, points: (whole[place] ?? 0) / 100, questions, params, source };
  });
  return { steps, cents };
}

/** The step that takes away what is past 100, so that all steps add up to the score; none where nothing is. */
export function capStep(cents: number, source: string): Step[] {
  if (cents <= mostCents) return [];
  const points = (mostCents - cents) / 100;
  const params = { unlimited: cents / 100 };
  return [{ kind: "cap", code: "score", rule: "most-100", points, questions: [], params, source }];
}
