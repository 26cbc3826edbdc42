import { Readable } from "node:stream";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import busboy from "@fastify/busboy";
import { Problem } from "#app/domain/problem";

/** One file of a form while it arrives. `name` is as the browser sent it: not to be trusted with anything. */
export type ArrivingFile = { readonly field: string; readonly name: string; readonly bytes: AsyncIterable<Uint8Array> };

/**
 * Hands the files of a form on, one after the other as they arrive, and holds none of them. `take` must read each to its
 * end. Fields that are not files are left out; a file input that nothing was chosen in is no file.
 * @param most files that are handed on; those after them are read and forgotten
 * @returns whether there were more files than `most`
 * @throws Problem "bad-request" for anything but a whole form with files
 */
export async function readFiles(
  request: Request,
  most: number,
  take: (file: ArrivingFile) => Promise<void>,
): Promise<{ more: boolean }> {
  const type = request.headers.get("content-type") ?? "";
  if (!request.body || !/^multipart\/form-data\s*;/i.test(type)) throw new Problem("bad-request");
  const parser = parserOf(type, most);
  const body = Readable.fromWeb(request.body as NodeReadableStream<Uint8Array>);
  let more = false;
  let reading = Promise.resolve();
  let open: Readable | undefined;
  await new Promise<void>((resolve, reject) => {
    let failed = false;
    const fail = (error: unknown) => {
      failed = true;
      body.unpipe(parser);
      body.resume();
      // Ends the reading of the open file, which would wait for ever, so that what was written of it is removed.
      open?.destroy(new Error("the form broke off"));
      // The answer waits for that, so that no piece of a file is left when the form is refused.
      void reading.catch(() => undefined).then(() => reject(error));
    };
    const broken = () => fail(new Problem("bad-request"));
    parser.on("file", (field, stream, name) => {
      // When a form breaks off, its open file emits an error; without a listener Node would end the process.
      stream.on("error", broken);
      if (!name) return stream.resume();
      open = stream;
      reading = reading.then(() => take({ field, name, bytes: stream }));
      reading.catch(fail);
    });
    parser.on("filesLimit", () => {
      more = true;
    });
    // The parser also finishes after a form that broke off.
    parser.on("finish", () => reading.then(() => (failed ? undefined : resolve()), reject));
    parser.on("error", broken);
    body.on("error", broken);
    // When the connection is lost, the request ends without an error of its body.
    request.signal.addEventListener("abort", broken, { once: true });
    body.pipe(parser);
  });
  return { more };
}

/**
 * The first file of a form in memory, up to one byte more than `most`: whoever reads it tells that it is too large. Without a file
 * it is an empty one.
 */
export async function readOneFile(
  request: Request,
  most: number,
): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }> {
  let file = { name: "", bytes: new Uint8Array() };
  await readFiles(request, 1, async ({ name, bytes }) => {
    const kept: Uint8Array[] = [];
    let length = 0;
    for await (const piece of bytes) {
      if (length <= most) kept.push(piece);
      length += piece.length;
    }
    file = { name, bytes: new Uint8Array(Buffer.concat(kept)) };
  });
  return file;
}

/**
 * Does `work` and sees to it that the body of the request is read, if by nobody else: a browser shows no answer to a form
 * that it could not send to its end, and a connection with half a form in it is of no use to the next request.
 */
export async function withBodyRead<T>(request: Request, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    if (request.body && !request.bodyUsed) request.body.pipeTo(new WritableStream()).catch(() => {});
  }
}

function parserOf(type: string, files: number) {
  const limits = { files, fields: 50, fieldSize: 10_000, parts: files + 60, headerPairs: 20, headerSize: 16_384 };
  try {
    return busboy({
      headers: { "content-type": type },
      limits,
      isPartAFile: (_field, _type, name) => name !== undefined,
    });
  } catch {
    // The content type names no boundary, or one that is not valid.
    throw new Problem("bad-request");
  }
}
