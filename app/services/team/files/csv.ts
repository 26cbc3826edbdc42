import { setImmediate as yieldToOthers } from "node:timers/promises";

/** Characters that make a spreadsheet read a cell as a formula, full-width ones included. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;
/** A plain number, such as -5 or +3.2e4, is no formula and stays a number. */
const number = /^[+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i;

/** One cell of a CSV file that is safe to open in a spreadsheet: what could run as a formula begins with an apostrophe. */
export function csvCell(value: string | number | undefined): string {
  const text = value === undefined ? "" : String(value);
  const safe = formula.test(text) && !number.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvLine(cells: readonly (string | number | undefined)[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

const linesPerPiece = 250;

/** Lines made as they are sent, some at a time, so that a long file holds nobody up. */
function piecesOf(lines: Iterable<string>): ReadableStream<Uint8Array> {
  const left = lines[Symbol.iterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      await yieldToOthers();
      let piece = "";
      for (let count = 0; count < linesPerPiece; count += 1) {
        const next = left.next();
        if (next.done) {
          controller.enqueue(encoder.encode(piece));
          return controller.close();
        }
        piece += next.value;
      }
      controller.enqueue(encoder.encode(piece));
    },
  });
}

function* marked(lines: Iterable<string>): Generator<string> {
  yield "\uFEFF";
  yield* lines;
}

/** A CSV file to download: UTF-8 with a mark at the start, without which Excel garbles every other script. */
export function csvResponse(name: string, lines: Iterable<string>): Response {
  return new Response(piecesOf(marked(lines)), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name.replace(/[^\w.-]+/g, "-")}"`,
      "cache-control": "no-store",
    },
  });
}
