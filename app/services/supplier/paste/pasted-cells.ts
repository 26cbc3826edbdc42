/** One line of what was pasted: where it begins, counted from 1, its cells, and how it was pasted. */
export type PastedRecord = { readonly line: number; readonly cells: readonly string[]; readonly raw: string };

/** Longest cell in quotation marks, in UTF-16 code units: beyond it the first mark was no beginning. */
const longestQuoted = 10_000;

/** Marks between the cells of lines that are not from a spreadsheet, the one that wins first. */
const marks = [";", "؛", "；", ",", "،", "，"] as const;
/** Text is written with these too, so they separate cells only where every line holds equally many. */
const alsoInText: readonly string[] = ["؛", "；", "،", "，"];

/**
 * Splits pasted text into lines and cells. No parser of CSV reads what spreadsheets put on the clipboard: a cell that holds a line
 * break stands in quotation marks, and one that merely begins with a mark stands as it is.
 */
export function pastedRecords(text: string): readonly PastedRecord[] {
  const plain = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  return recordsIn(plain, markIn(plain)).filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
}

/** Spreadsheets put tabs between cells; saved files commas or semicolons. The first line decides. */
function markIn(text: string): string {
  const [first = ""] = text.trimStart().split("\n", 1);
  // A cell may hold the end of the line: then it begins with a mark that this line does not end.
  const isOpen = (first.split('"').length - 1) % 2 === 1;
  if ((isOpen ? text : first).includes("\t")) return "\t";
  const mark = marks.find((one) => first.includes(one) && (!alsoInText.includes(one) || isEven(text, one)));
  return mark ?? "\t";
}

function isEven(text: string, mark: string): boolean {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return new Set(lines.map((line) => line.split(mark).length)).size === 1;
}

function recordsIn(text: string, mark: string): PastedRecord[] {
  const records: PastedRecord[] = [];
  let cells: string[] = [];
  let [start, line, next] = [0, 1, 1];
  for (let at = 0; at <= text.length; ) {
    const { cell, end } = quotedCell(text, at, mark) ?? plainCell(text, at, mark);
    cells.push(cell);
    next += text.slice(at, end).split("\n").length - 1;
    if (text.charAt(end) !== mark) {
      records.push({ line, cells, raw: text.slice(start, end) });
      next += 1;
      [cells, start, line] = [[], end + 1, next];
    }
    at = end + 1;
  }
  return records;
}

function plainCell(text: string, at: number, mark: string): { cell: string; end: number } {
  let end = at;
  while (end < text.length && text.charAt(end) !== "\n" && text.charAt(end) !== mark) end += 1;
  return { cell: text.slice(at, end), end };
}

/** A cell in quotation marks that end where it ends; a mark within it stands twice. Undefined for any other. */
function quotedCell(text: string, at: number, mark: string): { cell: string; end: number } | undefined {
  if (text.charAt(at) !== '"') return undefined;
  for (let close = text.indexOf('"', at + 1); close >= 0; close = text.indexOf('"', close + 2)) {
    if (close - at > longestQuoted) return undefined;
    const after = text.charAt(close + 1);
    if (after === '"') continue;
    if (after !== "" && after !== "\n" && after !== mark) return undefined;
    const inside = text.slice(at + 1, close);
    // Two lines of cells, the first beginning with a mark and another ending with one (5").
    if (mark === "\t" && inside.includes("\t") && inside.includes("\n")) return undefined;
    return { cell: inside.replaceAll('""', '"'), end: close + 1 };
  }
  return undefined;
}
