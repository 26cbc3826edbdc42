import type { ScaleOrStep } from "#scoring/rules/schema/figures";

/** How much of its points a share of heads counts, 0 to 1: all above a bound, or more the larger it is. */
export function gradeOf(rules: ScaleOrStep, some: number, all: number): number {
  if ("above" in rules) return 100 * some > rules.above * all ? 1 : 0;
  return partOf(rules, shareOf(some, all));
}

/** How much of a scale's points a share of workers counts, 0 to 1: all of it from `fullAt` percent on. */
export function partOf({ fullAt }: { readonly fullAt: number }, share: number): number {
  return Math.min(1, (100 * share) / fullAt);
}

/** 0 to 1; 1 where a site with such workers says that it has none at all, for then one table was left unfinished. */
export function shareOf(some: number, all: number): number {
  if (some <= 0) return 0;
  return all > 0 ? Math.min(1, some / all) : 1;
}
