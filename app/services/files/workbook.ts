import { writeXlsxStream } from "hucre/xlsx";
import { withGuard } from "./formula-guard";

export type Cell = string | number | Date | undefined;

/** A table for Excel and the like, in which a text stays the text that it is: `00042`, `1E5`. */
export type WorkbookFile = { readonly name: string; readonly body: ReadableStream<Uint8Array> };

async function* plainCells(rows: AsyncIterable<readonly Cell[]>) {
  // Guarded as in CSV, so that a workbook that is saved as CSV, or the other way round, is still safe and read the same.
  for await (const row of rows) yield row.map((cell) => (typeof cell === "string" ? withGuard(cell) : (cell ?? null)));
}

/** A workbook with one sheet, made as it is sent. @param rows headings first; gone through once */
export function workbookOf(name: string, rows: AsyncIterable<readonly Cell[]>): WorkbookFile {
  return { name, body: whenRead(() => writeXlsxStream(plainCells(rows), { name: "Avow", freezePane: { rows: 1 } })) };
}

/** A stream that is made when somebody begins to read it: an answer to HEAD has no body, and nobody would end it. */
function whenRead(make: () => ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  const source: UnderlyingDefaultSource<Uint8Array> = {
    async pull(controller) {
      reader ??= make().getReader();
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader?.cancel(reason),
  };
  return new ReadableStream(source, { highWaterMark: 0 });
}
