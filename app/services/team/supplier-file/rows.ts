import { CsvError, type Options, parse } from "csv-parse/sync";

export const separators = [",", ";", "\t", "|"] as const;
export type Separator = (typeof separators)[number];

/** A row as it stands in the file; `number` counts from 1 as a spreadsheet does. */
export type FileRow = { readonly number: number; readonly cells: readonly string[] };

export type Rows = {
  readonly separator: Separator;
  readonly rows: readonly FileRow[];
  /** A quotation mark is never closed, so quotation marks were read as they stand. */
  readonly unclosed: boolean;
};

/** Counts each separator outside quotation marks in the first lines. */
function countOutsideQuotes(text: string): Record<Separator, number[]> {
  const lines: Record<Separator, number[]> = { ",": [0], ";": [0], "\t": [0], "|": [0] };
  let quoted = false;
  let line = 0;
  for (const sign of text.slice(0, 100_000)) {
    if (sign === '"') quoted = !quoted;
    if (quoted) continue;
    if (sign === "\n" || sign === "\r") {
      line++;
      if (line === 50) break;
    }
    const counts = lines[sign as Separator];
    if (counts) counts[line] = (counts[line] ?? 0) + 1;
  }
  return lines;
}

/** The separator that most lines hold, and equally often. A file of one column has none, and gets the comma. */
export function findSeparator(text: string): Separator {
  const lines = countOutsideQuotes(text);
  const scored = separators.map((separator) => {
    const counts = [...lines[separator]].map((count) => count ?? 0).filter((count) => count > 0);
    const first = counts[0] ?? 0;
    const equal = counts.filter((count) => count === first).length;
    return { separator, score: equal * 100 + counts.length * 10 + Math.min(first, 9) };
  });
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one));
  return best.separator;
}

const options = (separator: Separator, quote: '"' | null): Options => ({
  delimiter: separator,
  quote,
  record_delimiter: ["\r\n", "\n", "\r"],
  relax_column_count: true,
  relax_quotes: true,
  max_record_size: 1_000_000,
});

// Everything below U+0020 but tab and line breaks, and U+007F: no word has them, and some programs stop at a NUL.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be removed
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Splits a text into rows of cells. Never throws for what is in the text; blank rows are left out, their numbers are not. */
export function readRows(text: string, choice?: Separator): Rows {
  const separator = choice ?? findSeparator(text);
  const clean = text.replace(controls, "");
  const { records, unclosed } = parsed(clean, separator);
  const rows = records.flatMap((cells, place) =>
    cells.some((cell) => cell.trim() !== "") ? [{ number: place + 1, cells }] : [],
  );
  return { separator, rows, unclosed };
}

function parsed(text: string, separator: Separator): { records: string[][]; unclosed: boolean } {
  try {
    return { records: parse(text, options(separator, '"')) as string[][], unclosed: false };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { records: parse(text, options(separator, null)) as string[][], unclosed: true };
  }
}
