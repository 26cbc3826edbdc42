import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { isDiskFull } from "#app/domain/problem";
import type { EvidenceFiles, ReceivedFile } from "#app/services/context/resources/evidence-files";
import { countBytes, readCounted } from "./buffers.server";
import { checkedBytes, hashOf } from "./checked-bytes.server";
import { bytesBelow, foldersAside, incomingFolder, sweepFiles, takeBackFile } from "./evidence-sweep.server";
import { findFile, openFirst, readWhenAsked } from "./reading.server";
import { waitingFilesIn } from "./waiting-files.server";

const headBytes = 4 * 1024;
const tailBytes = 256 * 1024;

/**
 * Documents below `folder`: `<first two hex>/<sha256>`, written to `incoming/` first. Nothing there is named by a person,
 * lies in a folder that is served, or can be executed (0600).
 */
export function evidenceFilesIn(folder: string): EvidenceFiles {
  const incoming = join(folder, incomingFolder);
  const placeOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);

  const openKept = async (sha256: string): Promise<FileHandle | undefined> => {
    // A sweep may have it in its hand, and put it back: so its place is looked at first and last.
    const aside = async () => (await foldersAside(folder)).map((taken) => join(taken, sha256));
    return (await openFirst([placeOf(sha256)])) ?? (await openFirst([...(await aside()), placeOf(sha256)]));
  };

  return {
    waiting: waitingFilesIn(incoming),

    async receive(bytes, most) {
      const path = join(incoming, randomUUID());
      try {
        await mkdir(incoming, { recursive: true, mode: 0o700 });
        const handle = await open(path, "wx", 0o600);
        const taken = await take(bytes, handle, most).finally(() => handle.close());
        if (taken === "too-large") {
          await rm(path, { force: true });
          return taken;
        }
        return {
          ...taken,
          read: () => readFile(path),
          // Opened when it is read: a scanner that is not there never reads it, and its place may be empty by then.
          pieces: () => readCounted(path),
          keep: () => keepAt(path, folder, placeOf(taken.sha256)),
          drop: () => rm(path, { force: true }),
          takeBack: (used) => takeBackFile(folder, placeOf(taken.sha256), taken.inode, used),
        };
      } catch (error) {
        await rm(path, { force: true });
        // What follows in the request is other files and fields; they can be read only after this one.
        if (isDiskFull(error)) return drain(bytes, "disk-full");
        throw error;
      }
    },

    async open(sha256) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined;
      // A sweep may have it in its hand, and put it back: so its place is looked at first and last.
      const aside = async () => (await foldersAside(folder)).map((taken) => join(taken, sha256));
      const first = async <T>(look: (paths: readonly string[]) => Promise<T | undefined>) =>
        (await look([placeOf(sha256)])) ?? (await look([...(await aside()), placeOf(sha256)]));
      return (await first(findFile)) === undefined ? undefined : readWhenAsked(() => first(openFirst));
    },

    async look(sha256) {
      const handle = await openKept(sha256);
      if (handle === undefined) return undefined;
      const hash = createHash("sha256");
      let bytes = 0;
      // The stream closes the file, also when it fails.
      for await (const piece of handle.createReadStream()) {
        hash.update(piece);
        bytes += piece.length;
      }
      return { bytes, sha256: hash.digest("hex") };
    },

    async names() {
      const folders = await readdir(folder).catch(() => []);
      const kept = folders.filter((name) => name !== incomingFolder && !name.startsWith("aside"));
      const names = await Promise.all(kept.map((name) => readdir(join(folder, name)).catch(() => [])));
      return names.flat();
    },

    hashOf,
    checked: checkedBytes,

    sweep: (before, used) => sweepFiles(folder, { before, used }),
    bytes: () => bytesBelow(folder),
  };
}

type Taken = Pick<ReceivedFile, "sha256" | "bytes" | "head" | "tail"> & { readonly inode: number };

async function take(bytes: AsyncIterable<Uint8Array>, handle: FileHandle, most: number): Promise<Taken | "too-large"> {
  const hash = createHash("sha256");
  const tail: Uint8Array[] = [];
  let head = Buffer.alloc(0);
  let tailed = 0;
  let total = 0;
  // Not for await: leaving it early would end the stream, and with it the request that carries other files.
  const chunks = bytes[Symbol.asyncIterator]();
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    const chunk = next.value;
    total += chunk.length;
    countBytes(chunk.length);
    if (total > most) continue;
    hash.update(chunk);
    if (head.length < headBytes) head = Buffer.concat([head, chunk.subarray(0, headBytes - head.length)]);
    tail.push(chunk);
    tailed += chunk.length;
    while (tail[0] && tailed - tail[0].length >= tailBytes) tailed -= tail.shift()?.length ?? 0;
    await writeAll(handle, chunk);
  }
  if (total > most) return "too-large";
  await handle.sync();
  const { ino: inode } = await handle.stat();
  return { sha256: hash.digest("hex"), bytes: total, head, tail: Buffer.concat(tail).subarray(-tailBytes), inode };
}

async function writeAll(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  // One write may take a part only, which is how a disk that is nearly full answers first.
  for (let at = 0; at < chunk.length; ) at += (await handle.write(chunk, at)).bytesWritten;
}

async function keepAt(path: string, folder: string, place: string): Promise<"kept" | "disk-full"> {
  try {
    const parent = join(place, "..");
    const made = await mkdir(parent, { recursive: true, mode: 0o700 });
    // Also over a file with the same bytes: its time becomes new, so that a sweep leaves it alone.
    await rename(path, place);
    await syncFolder(parent);
    if (made) await syncFolder(folder);
    return "kept";
  } catch (error) {
    await rm(path, { force: true });
    if (isDiskFull(error)) return "disk-full";
    throw error;
  }
}

/** A new name is on disk only when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, "r");
  await handle.sync().finally(() => handle.close());
}

async function drain<T>(bytes: AsyncIterable<Uint8Array>, outcome: T): Promise<T> {
  const chunks = bytes[Symbol.asyncIterator]();
  for (let next = await chunks.next(); !next.done; ) next = await chunks.next();
  return outcome;
}
