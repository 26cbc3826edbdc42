import { isBlank } from "#terms/texts/typed-text";
import type { TableBox } from "./boxes";
import { columnMarks, type ReadSheet } from "./sheets";

/**
 * Words for columns in all languages, folded, for files that lost the row of marks: what they name, which is a value of
 * `columnMarks` or, for a column of a table, `B1.sites.name`.
 */
export type ColumnWords = {
  readonly fold: (text: string) => string;
  readonly names: ReadonlyMap<string, readonly string[]>;
};

/** Where the columns of a sheet are, by what they name, and the row that names them. `table`: the one that it is a sheet of. */
export type Heading = {
  readonly row: number;
  readonly columns: ReadonlyMap<string, number>;
  readonly table?: TableBox;
};

/** Rows from the top in which names of columns are looked for. */
const headingRows = 12;

function namesOf({ fold, names }: ColumnWords, cell: string): readonly string[] {
  return names.get(fold(cell)) ?? [];
}

/** The row that names the columns: by our marks, else by their words in any language. Undefined for a sheet of something else. */
export function findHeading(
  rows: ReadSheet["rows"],
  tables: readonly TableBox[],
  words: ColumnWords,
): Heading | undefined {
  const ways = [(cell: string) => [cell.trim()], (cell: string) => namesOf(words, cell)];
  for (const namesIn of ways) {
    for (const [row, cells] of rows.slice(0, headingRows).entries()) {
      const heading = headingIn(cells, namesIn, tables);
      if (heading) return { row, ...heading };
    }
  }
  return undefined;
}

function headingIn(
  cells: readonly string[],
  namesIn: (cell: string) => readonly string[],
  tables: readonly TableBox[],
): Omit<Heading, "row"> | undefined {
  const columns = new Map<string, number>();
  cells.forEach((cell, at) => {
    for (const one of namesIn(cell)) if (!columns.has(one)) columns.set(one, at);
  });
  if (columns.has(columnMarks.answer) && columns.has(columnMarks.id)) return { columns };
  const table = tableOf(columns, tables);
  return table && { columns, table };
}

/** The table of which most columns are named; one column alone is named in too many tables. */
function tableOf(columns: ReadonlyMap<string, number>, tables: readonly TableBox[]): TableBox | undefined {
  let best: TableBox | undefined;
  let most = 0;
  for (const table of tables) {
    const named = table.part.columns.filter(({ id }) => columns.has(`${table.id}.${id}`)).length;
    if (named <= most || named < Math.min(2, table.part.columns.length)) continue;
    [best, most] = [table, named];
  }
  return best;
}

/** Whether a row repeats the names of the columns: the one that people read, and the marks of a sheet copied below another. */
export function isHeading(cells: readonly string[], words: ColumnWords): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  const named = filled.filter((cell) => cell.startsWith("avow:") || namesOf(words, cell).length > 0);
  return named.length > 1 && named.length >= filled.length - 1;
}
