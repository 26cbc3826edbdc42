import { chmodSync, existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { StartError } from "./start-error";

/** Where a restore writes before all of it is there. */
export const restoringFolder = "restoring";

const reasons: Readonly<Record<string, string>> = {
  EACCES: "this account may not use it",
  EPERM: "its rights cannot be changed, because it belongs to somebody else",
  EROFS: "the disk cannot be written to",
  ENOSPC: "the disk is full",
  EEXIST: "a file of this name is there",
  ENOTDIR: "something on the way to it is a file",
};

/**
 * Makes the folder of all that is kept, readable by its owner only, with all that is in it.
 * @throws {StartError} where it cannot be used
 */
export function openDataFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    guard(dataDir, 0o700);
    for (const name of ["evidence", "imports"]) guardAll(join(dataDir, name));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const reason = reasons[code];
    if (reason === undefined) throw error;
    throw new StartError(`The folder ${dataDir} of DATA_DIR cannot be used: ${reason}.`);
  }
  if (!existsSync(join(dataDir, restoringFolder))) return;
  throw new StartError(
    `A restore into ${dataDir} broke off, so not everything is there. Run npm run restore again; it begins anew.`,
  );
}

/** Nobody but the owner may read what suppliers sent in confidence. Copies that were put back by hand are open to all. */
function guard(path: string, mode: number): void {
  if ((statSync(path).mode & 0o777) !== mode) chmodSync(path, mode);
}

function guardAll(folder: string): void {
  if (!existsSync(folder)) return;
  guard(folder, 0o700);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) guardAll(join(folder, entry.name));
    else if (entry.isFile()) guard(join(folder, entry.name), 0o600);
  }
}
