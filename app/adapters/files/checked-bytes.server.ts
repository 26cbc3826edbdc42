import { createHash } from "node:crypto";

/** SHA-256 of bytes in hex, read in pieces to their end. */
export async function hashOf(bytes: ReadableStream<Uint8Array>): Promise<string> {
  const hash = createHash("sha256");
  const reader = bytes.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) hash.update(next.value);
  return hash.digest("hex");
}

/**
 * The same bytes as they are read, one piece late: when all of them have another hash, `changed` is told, and the stream
 * breaks off before its last piece, so that nobody takes what came for the whole.
 */
export function checkedBytes(
  bytes: ReadableStream<Uint8Array>,
  sha256: string,
  changed: (found: string) => Promise<void>,
): ReadableStream<Uint8Array> {
  const hash = createHash("sha256");
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  let held: Uint8Array | undefined;
  const source: UnderlyingDefaultSource<Uint8Array> = {
    async pull(controller) {
      reader ??= bytes.getReader();
      for (let next = await reader.read(); !next.done; next = await reader.read()) {
        const ready = held;
        hash.update(next.value);
        held = next.value;
        if (ready) return controller.enqueue(ready);
      }
      const found = hash.digest("hex");
      if (found === sha256) {
        if (held) controller.enqueue(held);
        return controller.close();
      }
      await changed(found);
      throw new Error("a document was changed while it was read");
    },
    cancel: (reason) => (reader ?? bytes).cancel(reason),
  };
  // Nothing is read before somebody asks for it.
  return new ReadableStream(source, { highWaterMark: 0 });
}
