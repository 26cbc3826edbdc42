import type { Row } from "#questionnaires/answers";
import type { TablePart } from "#questionnaires/definition";
import { isWholeRow } from "#questionnaires/types/row-cells";

/**
 * The rows of a table with those that were pasted: at the end; in a table that fills itself, in the place of the row of the same
 * source, but for one that is whole where a source may have several.
 */
export function rowsWithPasted(
  { fill, columns }: TablePart,
  rows: readonly Row[],
  pasted: readonly Row[],
): readonly Row[] {
  if (fill === undefined) return [...rows, ...pasted];
  const left = [...pasted];
  const changed = rows.map((row) => {
    if (fill.more && isWholeRow(columns, row)) return row;
    const at = left.findIndex(({ cells }) => cells[fill.into] === row.cells[fill.into]);
    const [found] = at < 0 ? [] : left.splice(at, 1);
    if (found === undefined) return row;
    return fill.more ? found : { id: row.id, cells: found.cells };
  });
  return [...changed, ...left];
}
