import { countryName } from "#app/i18n/country-names";
import type { TeamContext } from "#app/services/context/contexts";
import type { TrialState } from "#app/services/context/resources/threads/rule-trials";
import type { CountryMoves, MoverView, PlotMark, PlotRow, TrialResult } from "#app/views/team/rules/what-if";
import { cellsOf, largestFirst, placesIn, type TrialCounts, type Tried } from "#scoring/trial/tally";
import { bands } from "#terms/bands";

const mostCountries = 8;
/** Movers that are listed; the file has all. */
export const mostMovers = 25;
const mostMarks = 400;
const step = 10;

/** What came of a trial as it is shown. `because`: what moved each of the movers listed, by supplier. */
export function resultView(
  ctx: TeamContext,
  { counts, movers }: TrialState,
  {
    because,
    bounds,
  }: { readonly because: ReadonlyMap<string, string>; readonly bounds: TrialResult["plot"]["bounds"] },
): TrialResult {
  const { tried, cross } = counts;
  const at = (from: number, to: number) => cross[from * bands.length + to] ?? 0;
  const cells = bands.flatMap((_, from) => bands.map((_, to) => ({ from, to, count: at(from, to) })));
  const sum = (which: (cell: (typeof cells)[number]) => boolean) =>
    cells.reduce((total, cell) => (which(cell) ? total + cell.count : total), 0);
  const worst = bands.length - 1;
  const largest = [...movers].sort(largestFirst);
  return {
    tried,
    changed: sum(({ from, to }) => from !== to),
    worse: sum(({ from, to }) => to > from),
    better: sum(({ from, to }) => to < from),
    entering: sum(({ from, to }) => to === worst && from !== worst),
    leaving: sum(({ from, to }) => from === worst && to !== worst),
    cross: bands.map((band, from) => ({
      band,
      after: bands.map((after, to) => ({ band: after, count: at(from, to) })),
    })),
    countries: countriesOf(ctx, counts),
    movers: largest.slice(0, mostMovers).map((mover) => moverView(mover, counts, because)),
    plot: {
      bounds,
      marks: marksOf(counts, largest.slice(0, mostMarks)),
      rows: rowsOf(counts, movers),
      leftOut: Math.max(0, largest.length - mostMarks),
    },
  };
}

export function isWorse({ before, after }: Tried): boolean {
  return bands.indexOf(after.band) > bands.indexOf(before.band);
}

function countriesOf({ language }: TeamContext, { countries }: TrialCounts): TrialResult["countries"] {
  const moves = Object.entries(countries)
    .map(
      ([code, { worse, better, rated }]): CountryMoves => ({ name: countryName(code, language), worse, better, rated }),
    )
    .sort((one, other) => other.worse + other.better - (one.worse + one.better) || other.rated - one.rated);
  const [shown, rest] = [moves.slice(0, mostCountries), moves.slice(mostCountries)];
  if (rest.length === 0) return { shown };
  const total = (of: (one: CountryMoves) => number) => rest.reduce((sum, one) => sum + of(one), 0);
  const others = {
    name: "",
    worse: total(({ worse }) => worse),
    better: total(({ better }) => better),
    rated: total(({ rated }) => rated),
  };
  return { shown, others };
}

function moverView(
  { supplier: { id, name }, before, after }: Tried,
  counts: TrialCounts,
  because: ReadonlyMap<string, string>,
): MoverView {
  const [placeBefore, placeAfter] = [placesIn(counts.before), placesIn(counts.after)];
  return {
    ...{ id, name, because: because.get(id) ?? "" },
    before: { ...before, place: placeBefore(before.score) },
    after: { ...after, place: placeAfter(after.score) },
  };
}

function marksOf(counts: TrialCounts, movers: readonly Tried[]): readonly PlotMark[] {
  return [
    ...cellsOf(counts).map((cell) => ({ ...cell, way: "same" as const })),
    ...movers.map((mover) => ({
      ...{ before: mover.before.score, after: mover.after.score, count: 1 },
      way: isWorse(mover) ? ("worse" as const) : ("better" as const),
    })),
  ];
}

function rowsOf(counts: TrialCounts, movers: readonly Tried[]): readonly PlotRow[] {
  const rows = Array.from({ length: 100 / step }, (_, at) => ({
    from: at * step,
    to: (at + 1) * step,
    same: 0,
    worse: 0,
    better: 0,
  }));
  const rowAt = (points: number) => rows[Math.min(rows.length - 1, Math.floor(points / step))];
  for (const { before, count } of cellsOf(counts)) {
    const row = rowAt(before);
    if (row) row.same += count;
  }
  for (const mover of movers) {
    const row = rowAt(mover.before.score);
    if (row) row[isWorse(mover) ? "worse" : "better"] += 1;
  }
  return rows.filter(({ same, worse, better }) => same + worse + better > 0);
}
