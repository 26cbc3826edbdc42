import { type ChosenColumn, choosableColumns, usualColumns } from "#terms/suppliers/supplier-columns";

/** How a view is drawn. */
export type DrawnView = {
  /** Columns after the name, in their order; absent: the usual ones. */
  readonly columns?: readonly ChosenColumn[];
  readonly isTight?: boolean;
};

/** Stands between two columns of an address: a sign that needs no escape there. */
const between = ".";

/**
 * The columns that an address asks for: of a view, `cols=rating.tiers`; of the form that chooses, one `col` for each box that is
 * ticked, with the one that is to go `up` or `down` a place. Undefined for the usual ones.
 */
export function readColumns(params: URLSearchParams): readonly ChosenColumn[] | undefined {
  const said = [...params.getAll("col"), ...(params.get("cols")?.slice(0, 500).split(between) ?? [])];
  const known = [...new Set(said)].flatMap((name) => choosableColumns.find((column) => column === name) ?? []);
  if (known.length === 0) return undefined;
  const moved = moveBy(moveBy(known, params.get("up"), -1), params.get("down"), 1);
  return isUsual(moved) ? undefined : moved;
}

function isUsual(columns: readonly ChosenColumn[]): boolean {
  return columns.join(between) === usualColumns.join(between);
}

function moveBy(columns: readonly ChosenColumn[], name: string | null, by: -1 | 1): readonly ChosenColumn[] {
  const from = columns.map(String).indexOf(name ?? "");
  const to = from + by;
  const [moving, other] = [columns[from], columns[to]];
  if (moving === undefined || other === undefined) return columns;
  return columns.map((column, place) => (place === from ? other : place === to ? moving : column));
}

/** What of a view's address says how it is drawn: nothing where that is as usual. */
export function columnParameters(view: DrawnView): readonly (readonly [string, string])[] {
  return [
    ...(view.columns ? [["cols", view.columns.join(between)] as const] : []),
    ...(view.isTight ? [["rows", "tight"] as const] : []),
  ];
}
