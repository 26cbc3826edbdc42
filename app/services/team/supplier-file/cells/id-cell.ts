import { isPlaceholder } from "./placeholders";

/** `="00042"` and `'00042` are how spreadsheets are kept from making 42 of a number with zeros before it. */
const formulaText = /^=\s*"((?:[^"]|"")*)"$/u;

/** The buyer's own number in a cell, its zeros kept; undefined where the cell says that there is none. */
export function readIdCell(cell: string): string | undefined {
  const inside = formulaText.exec(cell)?.[1]?.replaceAll('""', '"') ?? cell.replace(/^['’](?=.)/u, "");
  const id = inside.trim();
  return isPlaceholder(id) ? undefined : id;
}
