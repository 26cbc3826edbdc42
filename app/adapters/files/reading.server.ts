import { type FileHandle, open, stat } from "node:fs/promises";
import { isFileNotFound } from "./evidence-sweep.server";

/** Bytes that are read in one go. */
const pieceBytes = 64 * 1024;

async function first<T>(paths: readonly string[], look: (path: string) => Promise<T>): Promise<T | undefined> {
  for (const path of paths) {
    const found = await look(path).catch((error: unknown) => {
      if (!isFileNotFound(error)) throw error;
    });
    if (found) return found;
  }
  return undefined;
}

/** Opens the first of these that is there; it can then be read whatever becomes of its name. */
export function openFirst(paths: readonly string[]): Promise<FileHandle | undefined> {
  return first(paths, (path) => open(path, "r"));
}

/** The first of these that is there. Opens nothing. */
export function findFile(paths: readonly string[]): Promise<string | undefined> {
  return first(paths, async (path) => ((await stat(path)).isFile() ? path : undefined));
}

/**
 * The bytes of a file that is opened when the first of them is asked for, and closed at the end, when reading fails, and when
 * whoever reads goes away: an answer without a body, such as one to HEAD, holds no file open.
 */
export function readWhenAsked(openFile: () => Promise<FileHandle | undefined>): ReadableStream<Uint8Array> {
  let opening: Promise<FileHandle | undefined> | undefined;
  const close = async () => {
    const handle = await opening?.catch(() => undefined);
    opening = undefined;
    await handle?.close();
  };
  const source: UnderlyingDefaultSource<Uint8Array> = {
    async pull(controller) {
      try {
        opening ??= openFile();
        const handle = await opening;
        if (!handle) throw new Error("a document went away before it was read");
        const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(pieceBytes), 0, pieceBytes);
        if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead));
        await close();
        controller.close();
      } catch (error) {
        await close();
        throw error;
      }
    },
    cancel: close,
  };
  return new ReadableStream(source, { highWaterMark: 0 });
}
