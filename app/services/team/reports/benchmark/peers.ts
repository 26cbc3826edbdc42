import type { Peers } from "#db/supplier-spread";

/** So many others a supplier is compared with, or nothing is said: with fewer one could work out whose score is which. */
export const fewestOthers = 10;

/** The share of others with a lower score, those with the same counted half: 0 is the best, 100 the worst. Undefined among too few. */
export function percentileOf({ others, lower, alike }: Peers): number | undefined {
  return others < fewestOthers ? undefined : Math.round((100 * (lower + alike / 2)) / others);
}
