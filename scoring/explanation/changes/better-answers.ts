import type { Answer, Cell, PartValue, Row } from "#questionnaires/answers";
import type { Column, MatrixPart, Part, Question, TablePart } from "#questionnaires/definition";

/** How a value does by the rules of its question: lower is better. */
export type Cost = (value: NonNullable<Answer["value"]>) => number;

/** Many: a question with several parts is tried with every combination of what its parts can be, up to so many. */
const most = 200;

/**
 * Other answers that one question can be given, as far as rules tell them apart: every option, all options without harm,
 * rows all alike, the ends of numbers, tables with nothing missing and without rows.
 * @param given the value that stands now
 */
export function otherValues(question: Question, given: Answer["value"], cost: Cost): NonNullable<Answer["value"]>[] {
  let found: NonNullable<Answer["value"]>[] = [{}];
  for (const part of question.parts) {
    const values = valuesOf(part, given?.[part.id], cost);
    found = found.flatMap((value) => values.map((one) => (one === undefined ? value : { ...value, [part.id]: one })));
    if (found.length > most) found = found.slice(0, most);
  }
  return found;
}

function valuesOf(part: Part, given: PartValue | undefined, cost: Cost): readonly (PartValue | undefined)[] {
  if (part.type === "table") return tables(part, Array.isArray(given) ? (given as readonly Row[]) : []);
  if (part.type === "matrix") return matrices(part);
  if (part.type === "one" && part.options) return part.options;
  if (part.type === "many" && part.options) return choices(part.id, part.options, part.exclusive ?? [], cost);
  if (part.type === "number") return [part.min ?? 0, ...usual(part), Math.min(part.max ?? 100, 100)];
  if (part.type === "percent") return [0, 100];
  return [given ?? cellOf(part)];
}

/** A number between the ends: a few count otherwise than none and than very many. */
function usual({ min = 0, max = 100 }: { readonly min?: number; readonly max?: number }): readonly number[] {
  return min < 10 && max > 10 ? [10] : [];
}

/** All options that do no harm together, and each that excludes the others. */
function choices(part: string, options: readonly string[], exclusive: readonly string[], cost: Cost): PartValue[] {
  const alone = options.map((option) => ({ option, cost: cost({ [part]: [option] }) }));
  const least = Math.min(...alone.map((one) => one.cost));
  const free = alone.filter(({ option }) => !exclusive.includes(option));
  const harmless = free.filter((one) => one.cost <= least).map(({ option }) => option);
  const claiming = free.filter((one) => one.cost <= 0).map(({ option }) => option);
  return [claiming, harmless, ...exclusive.map((option) => [option])].filter((chosen) => chosen.length > 0);
}

function matrices({ rows, options }: MatrixPart): PartValue[] {
  return options.map((option) => Object.fromEntries(rows.map((row) => [row, option])));
}

function tables({ columns, min }: TablePart, rows: readonly Row[]): PartValue[] {
  const filled = (row: Row): Row => ({
    ...row,
    cells: Object.fromEntries(columns.map((column) => [column.id, row.cells[column.id] ?? cellOf(column)])),
  });
  const one = filled({ id: "row", cells: {} });
  return [rows.map(filled), ...(min === 0 ? [[]] : []), [one]].filter((table) => table.length >= min);
}

/** Something that fills a cell; what it says does not matter to any rule but by being there. */
function cellOf(column: Column | Exclude<Part, TablePart | MatrixPart>): Cell {
  switch (column.type) {
    case "one":
      return column.options?.[0] ?? "US";
    case "many":
      return column.options?.slice(0, 1) ?? [];
    case "number":
    case "percent":
      return 0;
    case "date":
      return column.precision === "day" ? "2000-01-01" : "2000-01";
    case "text":
      return "…";
  }
}
