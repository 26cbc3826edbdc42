import { randomUUID } from "node:crypto";
import { link, mkdir, readdir, rename, rm, rmdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { UsedFiles } from "#app/services/context/resources/evidence-files";

/** Where documents are written before they are kept, each by a name of its own. */
export const incomingFolder = "incoming";
/** Where sweeps put what they are about to remove, each sweep in a folder of its own. */
const asideFolder = "aside";

/** Whether a path was not there. */
export function isFileNotFound(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

function alreadyThere(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EEXIST";
}

type Sweep = { readonly before: Date; readonly used: UsedFiles };

/**
 * Removes what is old and not in use. Another process may receive the same bytes at any moment, so a document is moved aside
 * first and looked at again there: what was made new just before is put back, and what comes after is kept at the place that
 * is free by then. What a sweep that died left aside is looked at like that by the next.
 */
export async function sweepFiles(folder: string, sweep: Sweep): Promise<number> {
  const aside = join(folder, asideFolder, randomUUID());
  let removed = await decideAside(folder, sweep);
  for (const subfolder of await namesIn(folder)) {
    if (subfolder === incomingFolder) removed += await removePieces(join(folder, subfolder), sweep.before);
    else if (subfolder !== asideFolder) {
      await moveAside(join(folder, subfolder), aside, sweep);
      removed += await decideAside(folder, sweep);
    }
  }
  return removed;
}

/** Pieces of uploads that broke off with their process. Nobody else knows their names, so age is enough. */
async function removePieces(incoming: string, before: Date): Promise<number> {
  let removed = 0;
  for (const name of await namesIn(incoming)) if (await removeOld(join(incoming, name), before)) removed += 1;
  return removed;
}

async function moveAside(subfolder: string, aside: string, { before, used }: Sweep): Promise<void> {
  const names = await namesIn(subfolder);
  const inUse = await used(names);
  for (const name of names) {
    if (inUse.has(name) || !(await isOld(join(subfolder, name), before))) continue;
    await mkdir(aside, { recursive: true, mode: 0o700 });
    await ignoring(isFileNotFound, rename(join(subfolder, name), join(aside, name)));
  }
}

/** Removes for good what lies aside, or puts it back where it is found. */
async function decideAside(folder: string, { before, used }: Sweep): Promise<number> {
  let removed = 0;
  for (const aside of await foldersAside(folder)) {
    const names = await namesIn(aside);
    const inUse = await used(names);
    for (const name of names) {
      if (!inUse.has(name) && (await removeOld(join(aside, name), before))) removed += 1;
      else await putBack(join(aside, name), join(folder, name.slice(0, 2), name));
    }
    // Another sweep may have put something there meanwhile; then it stays.
    await rmdir(aside).catch(() => {});
  }
  return removed;
}

/**
 * Removes one document that was kept a moment ago and then refused. `inode`: of the file that was kept, since the same bytes
 * that somebody else received after it are another file. It is moved aside first, as by a sweep.
 */
export async function takeBackFile(folder: string, place: string, inode: number, used: UsedFiles): Promise<void> {
  const name = basename(place);
  const aside = join(folder, asideFolder, randomUUID());
  await mkdir(aside, { recursive: true, mode: 0o700 });
  await ignoring(isFileNotFound, rename(place, join(aside, name)));
  const found = await stat(join(aside, name)).catch(() => undefined);
  if (found && (found.ino !== inode || (await used([name])).has(name))) await putBack(join(aside, name), place);
  await rm(aside, { recursive: true, force: true });
}

/** Bytes of all files below a folder. */
export async function bytesBelow(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const path = join(folder, entry.name);
    // One that goes away meanwhile has no bytes any more.
    bytes += entry.isDirectory() ? await bytesBelow(path) : ((await stat(path).catch(() => undefined))?.size ?? 0);
  }
  return bytes;
}

/** The folders in which documents may lie aside. */
export async function foldersAside(folder: string): Promise<readonly string[]> {
  const aside = join(folder, asideFolder);
  return (await namesIn(aside)).map((name) => join(aside, name));
}

/** Never over a file that has come there meanwhile: it has the same bytes, and its time is newer. */
async function putBack(path: string, place: string): Promise<void> {
  await mkdir(join(place, ".."), { recursive: true, mode: 0o700 });
  await ignoring((error) => alreadyThere(error) || isFileNotFound(error), link(path, place));
  await rm(path, { force: true });
}

async function removeOld(path: string, before: Date): Promise<boolean> {
  if (!(await isOld(path, before))) return false;
  await rm(path, { force: true });
  return true;
}

async function isOld(path: string, before: Date): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() === true && found.mtime < before;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}

async function ignoring(harmless: (error: unknown) => boolean, work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!harmless(error)) throw error;
  });
}
