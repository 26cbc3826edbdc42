import type { Compared, ComparedRating } from "#app/services/team/suppliers/compare/compared-suppliers";
import type { PointsCell } from "#app/views/team/suppliers/comparison";

/** One cell a supplier, undefined where it has no rating, and whether all that are rated say the same. */
export function cellsOf<C>(
  compared: readonly Compared[],
  cellOf: (rated: ComparedRating, one: Compared) => C,
  keyOf: (cell: C) => unknown = (cell) => cell,
): { readonly alike: boolean; readonly cells: readonly (C | undefined)[] } {
  const cells = compared.map((one) => one.rated && cellOf(one.rated, one));
  const said = cells.filter((cell) => cell !== undefined).map((cell) => JSON.stringify(keyOf(cell)) ?? "");
  return { alike: new Set(said).size <= 1, cells };
}

/**
 * Figures of a row with the worst marked; nothing is worst where all are the same. `worse`: which end is.
 * `alone`: whether a figure that no other has is the worst by itself, as a red flag is.
 */
export function figureCells(
  compared: readonly Compared[],
  figureOf: (rated: ComparedRating) => number | undefined,
  { worse = "more", alone = false }: { readonly worse?: "more" | "less"; readonly alone?: boolean } = {},
): { readonly alike: boolean; readonly cells: readonly (PointsCell | undefined)[] } {
  const { alike, cells } = cellsOf(compared, (rated) => ({ points: figureOf(rated) }));
  const figures = cells.flatMap((cell) => cell?.points ?? []);
  const worst = worse === "more" ? Math.max(...figures) : Math.min(...figures);
  const isRanked = !alike && (alone || figures.length > 1) && (alone || new Set(figures).size > 1);
  return { alike, cells: cells.map((cell) => cell && { ...cell, worst: isRanked && cell.points === worst }) };
}
