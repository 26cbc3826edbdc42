import { z } from "zod";
import type { Cell, Row } from "#questionnaires/answers";
import type { TablePart } from "#questionnaires/definition";
import { goTogether, isRelated } from "#questionnaires/reading/relations";
import { cellType } from "./cell-types";
import type { PartType, Sanitize } from "./part-type";
import { readFilled } from "./read-rows";
import { applies, isWholeRow } from "./row-cells";

const longestRowId = 80;

/** Rows that each have a page of their own. The question's page only says that there are none. */
export const table: PartType<TablePart> = {
  type: "table",
  read(part, name, fields, context) {
    const stored = context.current?.value?.[part.id];
    const rows = Array.isArray(stored) ? (stored as readonly Row[]) : undefined;
    const none = fields.get(`${name}.none`)?.includes("yes") ?? false;
    if (none && part.min === 0) {
      return rows === undefined || rows.length === 0
        ? { value: [] }
        : { errors: [{ field: `${name}.none`, code: "exclusive" }] };
    }
    const filled = readFilled(part, name, rows ?? [], fields, context);
    if (filled?.errors !== undefined) return { errors: filled.errors };
    const all = filled?.rows ?? rows;
    if (all === undefined || all.length === 0) return {};
    if (all.length > part.max) return { errors: [{ field: name, code: "too-many-rows", params: { max: part.max } }] };
    if (all.length < part.min && !context.allowBlank) {
      return { errors: [{ field: name, code: "too-few-rows", params: { min: part.min } }] };
    }
    return { value: all };
  },
  schema(part) {
    const cells = part.columns.map((column) => [column.id, cellType(column).schema(column).optional()]);
    const row = z.strictObject({
      id: z.string().min(1).max(longestRowId),
      cells: z
        .strictObject(Object.fromEntries(cells))
        .refine((given) => part.columns.every((column) => given[column.id] === undefined || applies(column, given))),
    });
    return z.array(row).min(Math.min(part.min, 1)).max(part.max);
  },
  sanitize(part) {
    const keepRow = rowSanitizer(part);
    return (value, sites) => {
      // Only where there may be none does a list without rows say so.
      if (!Array.isArray(value) || (value.length === 0 && part.min > 0)) return undefined;
      const same = value.length <= part.max && value.every((row) => row !== undefined && keepRow(row, sites) === row);
      if (same) return value;
      const kept = value.slice(0, part.max).flatMap((row) => keepRow(row, sites) ?? []);
      // Rows of which nothing is left must not turn into "there are none".
      return kept.length > 0 ? kept : undefined;
    };
  },
  completeness({ columns, min }) {
    const needed = columns.filter(({ optional }) => !optional);
    const related = columns.filter(isRelated);
    return (value) => {
      const rows = value as readonly Row[];
      return rows.length >= min && rows.every((row) => isWholeRow(needed, row) && goTogether(related, row.cells));
    };
  },
  summary(part, value) {
    const rows = value as readonly Row[];
    return {
      kind: "table",
      rows: rows.map(({ id, cells }) => ({
        id,
        cells: part.columns.flatMap((column) => {
          const cell = cells[column.id];
          return cell === undefined ? [] : [{ column: column.id, summary: cellType(column).summary(column, cell) }];
        }),
      })),
      totals: tableTotals(part, rows),
    };
  },
  texts(part, at) {
    const columns = part.columns.map((column) => {
      const key = `${at}.column.${column.id}`;
      const { required, optional } = cellType(column).texts(column, key);
      return { required: [key, ...required], optional: [`${key}.hint`, ...optional] };
    });
    return {
      required: [
        `${at}.add`,
        ...(part.min === 0 ? [`${at}.none`] : []),
        ...columns.flatMap(({ required }) => required),
      ],
      optional: columns.flatMap(({ optional }) => optional),
    };
  },
};

/** Sums of the columns that the definition wants summed, over the cells that are filled in. */
export function tableTotals(
  part: TablePart,
  rows: readonly Row[],
): readonly { readonly column: string; readonly sum: number }[] {
  return (part.totals ?? []).map((column) => ({
    column,
    sum: rows.reduce((sum, { cells }) => {
      const cell = cells[column];
      return typeof cell === "number" ? sum + cell : sum;
    }, 0),
  }));
}

type KeepRow = (row: unknown, sites: ReadonlySet<string>) => Row | undefined;

/** Keeps the cells that are right and apply to their row. */
function rowSanitizer(part: TablePart): KeepRow {
  const keep = cellSanitizer(part);
  const conditional = part.columns.filter(({ when }) => when !== undefined);
  if (conditional.length === 0) return keep;
  return (row, sites) => {
    const kept = keep(row, sites);
    // What a column hangs on may just have gone itself.
    const beside = kept && conditional.filter((one) => kept.cells[one.id] !== undefined && !applies(one, kept.cells));
    if (kept === undefined || beside === undefined || beside.length === 0) return kept;
    const cells = Object.entries(kept.cells).filter(([id]) => beside.every((one) => one.id !== id));
    return { id: kept.id, cells: Object.fromEntries(cells) };
  };
}

/** Keeps the cells that are right; a row without an id cannot be pointed at and goes. */
function cellSanitizer(part: TablePart): KeepRow {
  const columns = part.columns.map((column) => ({
    id: column.id,
    sanitize: cellType(column).sanitize(column) as Sanitize,
  }));
  return (row, sites) => {
    if (!isRow(row)) return undefined;
    let known = 0;
    for (const { id, sanitize } of columns) {
      const cell = row.cells[id];
      if (cell === undefined) continue;
      if (sanitize(cell, sites) !== cell) return rebuild(row);
      known += 1;
    }
    let all = 0;
    for (const _ in row.cells) all += 1;
    return all === known ? row : rebuild(row);

    function rebuild({ id: rowId, cells }: Row): Row {
      const kept: Record<string, Cell> = {};
      for (const { id, sanitize } of columns) {
        const cell = cells[id] === undefined ? undefined : sanitize(cells[id], sites);
        if (cell !== undefined) kept[id] = cell as Cell;
      }
      return { id: rowId, cells: kept };
    }
  };
}

function isRow(row: unknown): row is Row {
  if (typeof row !== "object" || row === null) return false;
  const { id, cells } = row as { id?: unknown; cells?: unknown };
  if (typeof id !== "string" || id === "" || id.length > longestRowId) return false;
  return typeof cells === "object" && cells !== null && !Array.isArray(cells);
}
