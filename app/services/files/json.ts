import type { Cell } from "./workbook";

/** A table for programs. `lines` can be gone through once; together they are one JSON value. */
export type JsonFile = { readonly name: string; readonly lines: AsyncIterable<string> };

/**
 * A table as an array with one object a row, one a line, by the names in its first row. What is not known is left out. Nothing
 * is guarded against formulas: what reads it is no spreadsheet.
 */
export async function* jsonLinesOf(rows: AsyncIterable<readonly Cell[]>): AsyncGenerator<string> {
  let names: readonly string[] | undefined;
  let before = "[\n";
  for await (const row of rows) {
    if (names === undefined) {
      names = row.map(String);
      continue;
    }
    const known = names.flatMap((name, at) => (row[at] === undefined ? [] : [[name, row[at]] as const]));
    yield `${before}${JSON.stringify(Object.fromEntries(known))}`;
    before = ",\n";
  }
  yield before === "[\n" ? "[]\n" : "\n]\n";
}
