import { createReadStream } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Bytes of files that went through, after which the buffers that they were in are given back. */
const everyBytes = 8_000_000;
/** Every so many times what the requests left behind goes too: a piece of 250 kB is a request of its own, and leaves 50 kB. */
const wholeEvery = 2;

/** Without `how` everything, and by no other word for it: Node 20 takes `"major"` for `"minor"`. */
type Collect = (how?: { readonly type: "minor" }) => void;
let collect: Collect | undefined;
let counted = 0;
let times = 0;

/** Node hands its collector to whoever asks by this flag; nothing else changes by it. */
function collector(): Collect {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as Collect;
}

/**
 * Counts bytes of files that came in or were read, and now and then has the buffers collected that nobody uses any more: by
 * itself Node waits until there are 50 to 100 MB of them (`upload.200mb.rss_mb` of the bench). A small collection takes
 * milliseconds, a whole one 40 to 60 of them: once in 16 MB.
 */
export function countBytes(bytes: number): void {
  counted += bytes;
  if (counted < everyBytes) return;
  counted = 0;
  collect ??= collector();
  times += 1;
  if (times % wholeEvery === 0) collect();
  else collect({ type: "minor" });
}

/** The bytes of a file, opened when the first of them are asked for. */
export async function* readCounted(path: string): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const piece of createReadStream(path)) {
    countBytes(piece.length);
    yield piece;
  }
}
