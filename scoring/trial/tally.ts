import { type Band, bands } from "#terms/bands";
import { maxPoints } from "#terms/points";

/** Score in points, 0 to 100, two decimals, and band. */
export type Standing = { readonly score: number; readonly band: Band };

/** A supplier, what it is officially, and what it would be. */
export type Tried = {
  readonly supplier: { readonly id: string; readonly ref: string; readonly name: string; readonly country: string };
  readonly before: Standing;
  readonly after: Standing;
};

/** How many suppliers of a country moved to a worse or a better band, of how many. */
type CountryCount = { worse: number; better: number; rated: number };

/** Points to a side of a cell of the plot. */
export const cellPoints = 2;
const cellsAcross = maxPoints / cellPoints;
const hundredths = maxPoints * 100;

/**
 * What came of trying other rules on suppliers, in counts alone: the same size for ten suppliers and for a hundred thousand.
 * Those of several parts of the suppliers add up to that of all.
 */
export type TrialCounts = {
  /** Suppliers that were rated anew. */
  tried: number;
  /** Suppliers whose questionnaire the rules do not rate. */
  passed: number;
  /** By band before and band after, a row after the other in the order of `bands`. */
  cross: number[];
  countries: Record<string, CountryCount>;
  /** How many have a score in a cell, by `before * 50 + after`; only those that keep their band. */
  cells: Record<number, number>;
  /** How many have each score before and after, in hundredths of a point. */
  before: Uint32Array;
  after: Uint32Array;
  /** Sum of the changes, in points. */
  change: number;
};

export function noCounts(): TrialCounts {
  return {
    ...{ tried: 0, passed: 0, countries: {}, cells: {}, change: 0 },
    cross: Array(bands.length ** 2).fill(0),
    before: new Uint32Array(hundredths + 1),
    after: new Uint32Array(hundredths + 1),
  };
}

/** Counts one supplier more. Returns whether it changes its band. */
export function countTried(counts: TrialCounts, { supplier, before, after }: Tried): boolean {
  const [from, to] = [bands.indexOf(before.band), bands.indexOf(after.band)];
  counts.tried += 1;
  counts.change += after.score - before.score;
  add(counts.cross, from * bands.length + to, 1);
  add(counts.before, hundredthsOf(before.score), 1);
  add(counts.after, hundredthsOf(after.score), 1);
  const country = countryOf(counts, supplier.country);
  country.rated += 1;
  if (to > from) country.worse += 1;
  if (to < from) country.better += 1;
  if (to === from) add(counts.cells, cellOf(before.score) * cellsAcross + cellOf(after.score), 1);
  return to !== from;
}

function countryOf({ countries }: TrialCounts, code: string): CountryCount {
  const known = Object.hasOwn(countries, code) ? countries[code] : undefined;
  if (known !== undefined) return known;
  const fresh = { worse: 0, better: 0, rated: 0 };
  countries[code] = fresh;
  return fresh;
}

function add(to: { [key: number]: number }, at: number, more: number): void {
  to[at] = (to[at] ?? 0) + more;
}

function hundredthsOf(points: number): number {
  return Math.min(hundredths, Math.max(0, Math.round(points * 100)));
}

function cellOf(points: number): number {
  return Math.min(cellsAcross - 1, Math.max(0, Math.floor(points / cellPoints)));
}

/** The counts of all parts together. */
export function allCounts(parts: readonly TrialCounts[]): TrialCounts {
  const all = noCounts();
  for (const part of parts) {
    all.tried += part.tried;
    all.passed += part.passed;
    all.change += part.change;
    for (const [at, count] of part.cross.entries()) add(all.cross, at, count);
    for (const [at, count] of Object.entries(part.cells)) add(all.cells, Number(at), count);
    for (const [code, { worse, better, rated }] of Object.entries(part.countries)) {
      const country = countryOf(all, code);
      country.worse += worse;
      country.better += better;
      country.rated += rated;
    }
    for (let at = 0; at <= hundredths; at += 1) {
      add(all.before, at, part.before[at] ?? 0);
      add(all.after, at, part.after[at] ?? 0);
    }
  }
  return all;
}

/** Each cell of the plot that holds suppliers, by the middle of its sides in points. */
export function cellsOf({
  cells,
}: TrialCounts): readonly { readonly before: number; readonly after: number; readonly count: number }[] {
  const middle = (cell: number) => (cell + 0.5) * cellPoints;
  return Object.entries(cells).map(([at, count]) => ({
    before: middle(Math.floor(Number(at) / cellsAcross)),
    after: middle(Number(at) % cellsAcross),
    count,
  }));
}

/** Places of scores when the worst comes first, from 1; equal scores share one. */
export function placesIn(scores: Uint32Array): (points: number) => number {
  const worse = new Uint32Array(scores.length + 1);
  for (let at = scores.length - 1; at >= 0; at -= 1) worse[at] = (worse[at + 1] ?? 0) + (scores[at] ?? 0);
  return (points) => (worse[hundredthsOf(points) + 1] ?? 0) + 1;
}

/** Movers, the largest change of points first; of equal ones by their ref. */
export function largestFirst(one: Tried, other: Tried): number {
  const size = ({ before, after }: Tried) => Math.abs(after.score - before.score);
  return size(other) - size(one) || (one.supplier.ref < other.supplier.ref ? -1 : 1);
}
