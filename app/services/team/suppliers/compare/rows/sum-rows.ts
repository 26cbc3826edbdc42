import { sumsOf } from "#app/services/team/ratings/rating-view";
import type { Compared, ComparedRating } from "#app/services/team/suppliers/compare/compared-suppliers";
import type { ComparedRow, PointsBarKind } from "#app/views/team/suppliers/comparison";
import { isSilence } from "#scoring/findings/findings";
import type { Step } from "#scoring/rating";
import { roundPoints } from "#terms/points";
import { cellsOf, figureCells } from "./cells";
import type { SumNames } from "./sum-names";

const bars: Readonly<Record<Step["kind"], PointsBarKind>> = {
  inherent: "base",
  control: "down",
  adverse: "up",
  cap: "past",
};

/** What a line of the sum is about, whoever has it: a part or a group whatever was found there, and each rule that was met. */
function keyOf({ kind, code, rule }: Step): string {
  return kind === "adverse" ? `${kind} ${code} ${rule}` : `${kind} ${code}`;
}

/** Place and trade, then what they come to. */
export function placeRows(compared: readonly Compared[], names: SumNames): readonly ComparedRow[] {
  return [...stepRows(compared, "inherent"), total(compared, "inherent", names.inherent)];
}

/** What each group of controls takes away, then what is left. */
export function controlRows(compared: readonly Compared[], names: SumNames): readonly ComparedRow[] {
  return [...stepRows(compared, "control"), total(compared, "residual", names.residual)];
}

/** Red flags, those first that add most to anybody, what is left out over the end of the scale, and the score. */
export function flagRows(compared: readonly Compared[], names: SumNames): readonly ComparedRow[] {
  return [
    ...[...stepRows(compared, "adverse")].sort((one, other) => mostOf(other) - mostOf(one)),
    ...stepRows(compared, "cap"),
    scoreRow(compared, names.score),
  ];
}

function stepRows(compared: readonly Compared[], kind: Step["kind"]): readonly ComparedRow[] {
  const first = new Map<string, { readonly step: Step; readonly rated: ComparedRating }>();
  for (const { rated } of compared) {
    for (const step of rated?.rating.steps ?? [])
      if (rated && step.kind === kind && !first.has(keyOf(step))) first.set(keyOf(step), { step, rated });
  }
  return [...first].map(([key, { step, rated }]) => ({
    kind: "points",
    key,
    code: kind === "inherent" || kind === "adverse" ? step.code : "",
    name: rated.words.step(step),
    bar: bars[kind],
    ...figureCells(compared, ({ rating }) => pointsOf(rating.steps, key), { alone: kind === "adverse" }),
    ...(kind === "cap" && withoutWorst(compared, key)),
  }));
}

/** What is cut off at the limit is neither better nor worse. */
function withoutWorst(compared: readonly Compared[], key: string) {
  return cellsOf(compared, ({ rating }) => ({ points: pointsOf(rating.steps, key), worst: false }));
}

function pointsOf(steps: readonly Step[], key: string): number | undefined {
  const own = steps.filter((step) => keyOf(step) === key);
  return own.length === 0 ? undefined : roundPoints(own.reduce((sum, { points }) => sum + points, 0));
}

function mostOf(row: ComparedRow): number {
  return row.kind === "points" ? Math.max(...row.cells.map((cell) => cell?.points ?? 0)) : 0;
}

function total(compared: readonly Compared[], sum: "inherent" | "residual", name: string): ComparedRow {
  const cells = figureCells(compared, ({ rating }) => sumsOf(rating.steps)[sum]);
  return { kind: "total", key: sum, code: "", name, ...cells };
}

function scoreRow(compared: readonly Compared[], name: string): ComparedRow {
  const ranked = figureCells(compared, ({ rating }) => rating.score).cells;
  const { alike, cells } = cellsOf(compared, scoreOf);
  const marked = cells.map((cell, place) => cell && { ...cell, worst: ranked[place]?.worst ?? false });
  return { kind: "score", key: "score", code: "", name, alike, cells: marked };
}

/** Band and score of a rating, and what holds the band where the score does not. */
export function scoreOf({ rating: { score, band, scoreBand, confidence, floor } }: ComparedRating) {
  const isOpen = (floor?.reasons ?? []).every(({ rule, unverified }) => unverified || isSilence(rule));
  return {
    score,
    band,
    confidence,
    held: band === scoreBand ? undefined : isOpen ? ("open" as const) : ("fact" as const),
  };
}
