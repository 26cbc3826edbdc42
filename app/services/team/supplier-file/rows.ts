import { setImmediate as yieldToOthers } from "node:timers/promises";
import { CsvError, type Info, type Options, type Parser, parse } from "csv-parse";
import { Problem } from "#app/domain/problem";

export const separators = [",", ";", "\t", "|"] as const;
export type Separator = (typeof separators)[number];

/** A row as it stands in the file; `number` counts from 1 as a spreadsheet does. */
export type FileRow = { readonly number: number; readonly cells: readonly string[] };

export type Rows = {
  readonly separator: Separator;
  readonly rows: readonly FileRow[];
  /** A quotation mark is never closed, so quotation marks were read as they stand. */
  readonly unclosed: boolean;
  /** Rows that were counted and not kept, because a list may have no more. */
  readonly left: number;
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

/** Suppliers that are read from one list; more are left for the next. */
export const mostRows = 100_000;
/** Rows of a list that are no suppliers: a title, a date, the headings. */
export const mostHeadings = 20;
/** What a spreadsheet holds at most. Beyond it a file is no list, whatever is in its lines. */
export const mostRecords = 1_048_576;
/** No list of suppliers is wider; a page that offers each column for choice would be of no use. */
export const mostColumns = 1_000;
/** Signs that a row may have with quotation marks, and read without them. A file without line breaks is one row. */
const longestQuoted = 1_000_000;
export const longestRow = 4_000_000;
/** The most that a cell of a spreadsheet holds. What follows is read by nobody: every field is shorter. */
const longestCell = 32_767;
/**
 * Rows of another length than the first, blank ones too. The parser makes an error of each, whether anyone wants it or not,
 * at 30 µs: the million that a file may hold would take half a minute of everybody's time. No list that fits needs more.
 */
const mostUneven = mostRows + mostHeadings;
/** Bytes read in one go. A row of another length than the first takes thirty times as long as others. */
const sliceBytes = 16_384;

/** A cell as far as anybody reads it. */
export const cutCell = (cell: string) => (cell.length > longestCell ? cell.slice(0, longestCell) : cell);

const options = (separator: Separator, quote: '"' | null): Options => ({
  delimiter: separator,
  quote,
  record_delimiter: ["\r\n", "\n", "\r"],
  relax_column_count: true,
  relax_quotes: true,
  // As rows without cells they would be of another length than the first: a million of them took half a minute.
  skip_empty_lines: true,
  info: true,
  // A quotation mark that is never closed is found out before the end of the file, and so is a file without line breaks.
  max_record_size: quote === null ? longestRow : longestQuoted,
});

// Everything below U+0020 but tab and line breaks, and U+007F: no word has them, and some programs stop at a NUL. Marks that
// turn round the direction of all that follows would do so in our sentences; of those without width only joiners mean
// something, the others make two names of one.
const controls =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be removed
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** Which rows are kept: those after this number, and how many of them. */
type Kept = { readonly after: number; readonly most: number };
/** A text without characters that no word has. */
export const withoutControls = (text: string) => text.replace(controls, "");

/**
 * Splits a text into rows of cells, a slice at a time, so that others have their turn meanwhile. Blank rows are left out,
 * their numbers are not.
 * @throws Problem "too-large" for more rows or columns than a spreadsheet has, and for nothing else in a text
 */
export function readRows(text: string, choice?: Separator): Promise<Rows> {
  return split(text, choice, { after: 0, most: mostRows + mostHeadings });
}

/** The rows of a text after one with this number, however many they are. @throws Problem "too-large", as `readRows` */
export async function rowsAfter(text: string, choice: Separator | undefined, row: number): Promise<readonly FileRow[]> {
  return (await split(text, choice, { after: row, most: mostRecords })).rows;
}

async function split(text: string, choice: Separator | undefined, kept: Kept): Promise<Rows> {
  const separator = choice ?? findSeparator(text);
  const bytes = Buffer.from(withoutControls(text));
  try {
    return { separator, ...(await rowsIn(bytes, options(separator, '"'), kept)), unclosed: false };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return {
      separator,
      ...(await rowsIn(bytes, options(separator, null), kept).catch((failed: unknown) => {
        throw tooLong(failed);
      })),
      unclosed: true,
    };
  }
}

/** The parser gives up a row that is too long, and then the file is no list. */
function tooLong(error: unknown): unknown {
  return error instanceof CsvError && error.code === "CSV_MAX_RECORD_SIZE" ? new Problem("too-large") : error;
}

async function rowsIn(bytes: Buffer, how: Options, { after, most }: Kept): Promise<Pick<Rows, "rows" | "left">> {
  const rows: FileRow[] = [];
  let left = 0;
  const parser = parse(how);
  // What is wrong with the text is told to whoever reads the rows.
  const fed = feed(parser, bytes).catch((error: Error) => parser.destroy(error));
  const read: AsyncIterable<{ record: string[]; info: Info }> = parser;
  for await (const { record, info } of read) {
    const tooMany = info.records > mostRecords || info.invalid_field_length > mostUneven;
    if (record.length > mostColumns || tooMany) throw new Problem("too-large");
    const cells = record.map(cutCell);
    const number = info.records + info.empty_lines;
    if (number <= after || cells.every((cell) => cell.trim() === "")) continue;
    if (rows.length < most) rows.push({ number, cells });
    else left++;
  }
  await fed;
  return { rows, left };
}

/** Gives the text to the parser as fast as its rows are read. */
async function feed(parser: Parser, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length; at += sliceBytes) {
    const slice = bytes.subarray(at, at + sliceBytes);
    await new Promise<void>((resolve, reject) => {
      parser.write(slice, (error) => (error ? reject(error) : resolve()));
    });
    await yieldToOthers();
  }
  parser.end();
}
