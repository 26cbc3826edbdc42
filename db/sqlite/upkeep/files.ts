import { chmodSync, closeSync, existsSync, openSync, statSync } from "node:fs";
import { UnusableDatabaseError } from "#db/errors";
import { Sqlite } from "#db/sqlite/driver";
import { isDamage } from "./soundness";

/** The database and the two files that SQLite keeps beside it. */
const parts = ["", "-wal", "-shm"];

/** Makes the database readable by its owner only, and the file itself where there is none: SQLite gives the others its mode. */
export function guardFiles(path: string): void {
  if (path === ":memory:") return;
  closeSync(openSync(path, "a", 0o600));
  for (const part of parts.map((end) => path + end)) {
    if (existsSync(part) && (statSync(part).mode & 0o077) !== 0) chmodSync(part, 0o600);
  }
}

const reasons: Readonly<Record<string, string>> = {
  SQLITE_CANTOPEN: "it is not there or cannot be opened: look at its name, its rights and those of its folder",
  SQLITE_READONLY: "it cannot be written to: look at the rights of the file and of its folder",
  SQLITE_BUSY: "another program holds it and does not let go",
  SQLITE_LOCKED: "another program holds it and does not let go",
  SQLITE_FULL: "the disk is full",
  SQLITE_IOERR: "the disk cannot be read or written",
  EACCES: "this account may not open it",
  EPERM: "this account may not change its rights, because it belongs to somebody else",
  EROFS: "the disk cannot be written to",
  ENOSPC: "the disk is full",
  EISDIR: "it is a folder",
  ENOTDIR: "its folder is a file",
  ENOENT: "its folder is not there",
};

/** What stopped the opening, for whoever runs the program; anything that nobody can put right stays as it is. */
export function openingError(path: string, error: unknown): unknown {
  if (isDamage(error)) {
    return new UnusableDatabaseError(
      `${path} is not a sound database (${error instanceof Error ? error.message : error}). Nothing was changed. Restore the last backup, with npm run restore, into an empty folder.`,
    );
  }
  // The driver looks for the folder itself, and gives that error no code.
  const isNowhere = error instanceof Error && error.message.includes("directory does not exist");
  const code = isNowhere ? "ENOENT" : error instanceof Error && "code" in error ? String(error.code) : "";
  const reason = reasons[code] ?? (error instanceof Sqlite.SqliteError ? reasons[baseOf(code)] : undefined);
  return reason === undefined ? error : new UnusableDatabaseError(`The database ${path} cannot be used: ${reason}.`);
}

/** `SQLITE_IOERR_READ` is a kind of `SQLITE_IOERR`. */
function baseOf(code: string): string {
  return code.split("_").slice(0, 2).join("_");
}
