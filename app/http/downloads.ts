import { setImmediate as yieldToOthers } from "node:timers/promises";
import type { CsvFile } from "#app/services/files/csv";
import type { JsonFile } from "#app/services/files/json";
import type { ParquetFile } from "#app/services/files/parquet";
import type { WorkbookFile } from "#app/services/files/workbook";

/** What a browser is told of a file: `type` is its media type, `bytes` its length where it is known beforehand. */
export type FileDescription = { readonly name: string; readonly type: string; readonly bytes?: number };

/** A file to save, whole or as it is read. A text is sent as UTF-8. */
export function download({
  body,
  ...facts
}: FileDescription & { body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> }): Response {
  return new Response(body, { headers: downloadHeaders(facts) });
}

/** A CSV file to save: UTF-8 with a mark at the start, without which Excel garbles every other script. */
export function csvDownload({ name, lines }: CsvFile): Response {
  return download({ name, type: "text/csv; charset=utf-8", body: piecesOf(lines, "\uFEFF") });
}

/** JSON to save, made as it is sent. Without the mark that Excel needs: programs refuse it. */
export function jsonDownload({ name, lines }: JsonFile): Response {
  return download({ name, type: "application/json", body: piecesOf(lines, "") });
}

/** A workbook to save, made as it is sent. */
export function workbookDownload({ name, body }: WorkbookFile): Response {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return download({ name, type, body });
}

/** Parquet to save, made as it is sent. */
export function parquetDownload({ name, pieces }: ParquetFile): Response {
  const left = pieces[Symbol.asyncIterator]();
  const source: UnderlyingDefaultSource<Uint8Array> = {
    async pull(controller) {
      await yieldToOthers();
      const next = await left.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await left.return?.();
    },
  };
  const body = new ReadableStream(source, { highWaterMark: 0 });
  return download({ name, type: "application/vnd.apache.parquet", body });
}

/** The HTML of a mail. It is never shown as a page of ours: its styles stand in the text, and what a buyer wrote does too. */
export function mailDownload({ html }: { readonly html: string }, name: string): Response {
  return download({ name: `${name}.html`, type: "text/html; charset=utf-8", body: html });
}

/**
 * Headers of a file that is saved, never shown: whatever it holds, no browser runs it in the name of this site.
 * The server adds nosniff, as it does to all answers.
 */
export function downloadHeaders({ name, type, bytes }: FileDescription): Record<string, string> {
  const headers = {
    "content-type": type,
    "content-disposition": contentDisposition(name),
    "content-security-policy": "default-src 'none'; sandbox",
    "cache-control": "no-store",
  };
  if (bytes === undefined) return headers;
  // Compressed, the answer would lose its length.
  return { ...headers, "content-length": String(bytes), "cache-control": "private, no-store, no-transform" };
}

/** "Save as this name", in the two ways that RFC 6266 has: plain letters, and UTF-8 for whoever reads it. */
export function contentDisposition(name: string): string {
  return `attachment; filename="${asciiName(name)}"; filename*=UTF-8''${encodedName(name)}`;
}

/** For browsers that know no other; `%` would be decoded by some. */
function asciiName(name: string): string {
  return name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
}

/** `value-chars` of RFC 5987 section 3.2.1: encodeURIComponent leaves four characters that may not stand there. */
function encodedName(name: string): string {
  // Half a character cannot be encoded at all.
  const whole = name.replace(/\p{Surrogate}/gu, "_");
  return encodeURIComponent(whole).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** What is made in one go: a long line takes as long as many short ones. */
const most = { lines: 250, characters: 32_768 };

/** Lines after a `start`, made as they are sent, some at a time, so that a long file holds nobody up. */
function piecesOf(lines: CsvFile["lines"], start: string): ReadableStream<Uint8Array> {
  const left = Symbol.asyncIterator in lines ? lines[Symbol.asyncIterator]() : lines[Symbol.iterator]();
  const encoder = new TextEncoder();
  let piece = start;
  // Nothing is made before somebody reads: an answer to HEAD has no body.
  const nothingAhead = { highWaterMark: 0 };
  const source: UnderlyingDefaultSource<Uint8Array> = {
    async pull(controller) {
      await yieldToOthers();
      for (let count = 0; count < most.lines && piece.length < most.characters; count += 1) {
        const next = await left.next();
        if (next.done) {
          controller.enqueue(encoder.encode(piece));
          return controller.close();
        }
        piece += next.value;
      }
      controller.enqueue(encoder.encode(piece));
      piece = "";
    },
    async cancel() {
      await left.return?.();
    },
  };
  return new ReadableStream(source, nothingAhead);
}
