import { open, stat } from "node:fs/promises";
import { UnusableDatabaseError } from "#db/errors";
import { runApart } from "./apart";

/** How often all pages are looked at, at most, in milliseconds; and for how much of the time. */
const everyMs = 10 * 60_000;
const share = 50;

const firstBytes = "SQLite format 3\0";

/**
 * Whether the file of a running store is still the one that it opened, and sound. What SQLite holds in memory looks well long
 * after the file was damaged. Cheap: a few bytes are read each time, and all pages on a thread of their own every ten minutes.
 * @throws {UnusableDatabaseError} from then on, once it was found damaged
 */
export function watchFile(path: string): () => Promise<void> {
  if (path === ":memory:") return async () => {};
  const inodes = stat(path).then(
    ({ ino }) => ino,
    () => undefined,
  );
  let said: string | undefined;
  let next = performance.now() + everyMs;

  const lookAtAll = async () => {
    next = Number.POSITIVE_INFINITY;
    const begun = performance.now();
    try {
      const rows = await runApart(path, "PRAGMA quick_check(1)");
      if (rows.some((row) => row !== "ok")) said = String(rows[0]);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "";
      // Anything else, such as a busy disk, is no verdict.
      if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) said = String(error);
    }
    const took = performance.now() - begun;
    next = performance.now() + Math.max(everyMs, share * took);
  };

  return async () => {
    if (performance.now() >= next) void lookAtAll();
    const found = await lookAt(path, await inodes);
    if (found !== undefined) throw new UnusableDatabaseError(`The database ${path} ${found}.`);
    if (said !== undefined) throw new UnusableDatabaseError(`The database ${path} is damaged: ${said}.`);
  };
}

async function lookAt(path: string, inode: number | undefined): Promise<string | undefined> {
  const handle = await open(path, "r").catch(() => undefined);
  if (handle === undefined) return "cannot be opened any more";
  try {
    const { ino } = await handle.stat();
    if (inode !== undefined && ino !== inode) return "was replaced by another file";
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(firstBytes.length), 0, firstBytes.length, 0);
    // A new database is empty until its first checkpoint.
    if (bytesRead > 0 && buffer.toString("latin1", 0, bytesRead) !== firstBytes) return "is no database any more";
    return undefined;
  } finally {
    await handle.close();
  }
}
