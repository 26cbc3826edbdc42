import type { Cell, Row } from "#questionnaires/answers";
import type { Column, TablePart } from "#questionnaires/definition";
import type { FieldError, Fields, ReadingContext } from "#questionnaires/reading/field";
import { relationErrors } from "#questionnaires/reading/relations";
import { cellType } from "./cell-types";
import { filledRows, fillKeys } from "./filled-rows";
import { applies } from "./row-cells";

/** Cells that were read, and what is wrong with others; both in the order of the columns. */
type ReadCells = { readonly cells: Row["cells"]; readonly errors: readonly FieldError[] };

/**
 * Reads the cells of one row.
 * @param at beginning of the names of its fields, such as `B1.sites`
 * @param given cells that are not asked for
 */
export function readCells(
  { columns }: TablePart,
  at: string,
  fields: Fields,
  context: ReadingContext,
  given: Row["cells"] = {},
): ReadCells {
  const asked = columns.filter(({ id }) => given[id] === undefined);
  const cells: Record<string, Cell> = { ...given };
  const wrong = new Map<string, readonly FieldError[]>();
  for (const column of asked) {
    const { value, errors = [] } = readCell(column, `${at}.${column.id}`, fields, context);
    if (value !== undefined) cells[column.id] = value;
    if (errors.length > 0) wrong.set(column.id, errors);
  }
  const isTyped = wrong.size > 0 || asked.some(({ id }) => cells[id] !== undefined);
  for (const column of asked) settle(column, cells, isTyped);
  const together = relationErrors(columns, cells, (id) => `${at}.${id}`, context.today);
  const errors = asked.flatMap((column): readonly FieldError[] => {
    if (!applies(column, cells)) return [];
    const own = wrong.get(column.id);
    if (own !== undefined) return own;
    const isMissing = cells[column.id] === undefined && !column.optional && !context.allowBlank;
    return isMissing ? [{ field: `${at}.${column.id}`, code: "required" }] : [];
  });
  return { cells, errors: [...errors, ...together] };
}

function readCell(
  column: Column,
  field: string,
  fields: Fields,
  context: ReadingContext,
): { readonly value?: Cell; readonly errors?: readonly FieldError[] } {
  const read = cellType(column).read(column, field, fields, context);
  // A cell cannot be left open by saying "don't know": the question can.
  if (read.unsure !== undefined) return { errors: [{ field, code: "unknown-option" }] };
  return read.errors === undefined ? { value: read.value as Cell | undefined } : { errors: read.errors };
}

/** Takes out what does not apply to the row, and fills in what an empty box means. */
function settle(column: Column, cells: Record<string, Cell>, isTyped: boolean): void {
  if (!applies(column, cells)) delete cells[column.id];
  else if (column.type === "number" && column.emptyAs !== undefined && isTyped) cells[column.id] ??= column.emptyAs;
}

/**
 * The rows of a table that fills itself. Those that the page showed (their ids stand in its field `rows`) are read from it, the
 * others are as they were kept. Undefined for other tables, and while the source says nothing.
 */
export function readFilled(
  part: TablePart,
  name: string,
  kept: readonly Row[],
  fields: Fields,
  context: ReadingContext,
): { readonly rows: readonly Row[]; readonly errors?: readonly FieldError[] } | undefined {
  const { fill } = part;
  if (fill === undefined) return undefined;
  const own = { question: name.split(".")[0] ?? "", value: context.values ?? {} };
  const keys = fillKeys(fill, context.walk?.answers ?? {}, own);
  if (keys === undefined) return undefined;
  const shown = new Set(fields.get(`${name}.rows`));
  const errors: FieldError[] = [];
  const rows = filledRows(fill, keys, kept).map((row): Row => {
    if (!shown.has(row.id)) return row;
    const source = row.cells[fill.into];
    const given = source === undefined ? {} : { [fill.into]: source };
    const read = readCells(part, `${name}.${row.id}`, fields, context, given);
    errors.push(...read.errors);
    return { id: row.id, cells: read.cells };
  });
  return errors.length > 0 ? { rows, errors } : { rows };
}
