import { mkdir, readdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { secretCheck, secretFrom } from "#app/adapters/secrets.server";
import { restoringFolder } from "#app/product/start/data-folder";
import { UnusableDatabaseError } from "#db/errors";
import { copies } from "#db/index";
import { copyFile, syncFolder } from "./copy-file";
import { BackupError, databaseName, type Manifest, readManifest } from "./manifest";

type Wanted = {
  /** The backup. */
  readonly from: string;
  readonly dataDir: string;
  /** What the file `secret` held, kept apart from the backup; without it the folder waits for one. */
  readonly secret?: string;
};

export type Restored = {
  readonly manifest: Manifest;
  /** Whether links were made, which work with their secret only, and none was given. */
  readonly needsSecret: boolean;
};

/**
 * Puts a backup back into an empty data folder: every file is compared with the list, and the database is opened, before
 * anything gets its name. One that breaks off is begun anew by the next.
 * @throws {BackupError} for a folder with anything in it, a backup that is not whole, or another secret than the database's
 */
export async function restoreBackup({ from, dataDir, secret }: Wanted): Promise<Restored> {
  await requireEmpty(dataDir);
  const manifest = await readManifest(from);
  const restoring = join(dataDir, restoringFolder);
  // What an earlier attempt had given its name already.
  const begun = ["evidence", "imports", "secret"].map((name) => join(dataDir, name));
  for (const left of [...begun, restoring]) await rm(left, { recursive: true, force: true });
  await mkdir(restoring, { recursive: true, mode: 0o700 });
  const stop = async (error: unknown): Promise<never> => {
    await rm(restoring, { recursive: true, force: true });
    throw error;
  };
  const needsSecret = await copyAll({ from, restoring, manifest, secret }).catch(stop);
  // The database last: without it the folder is no data folder yet, and the mark of a restore still stands there.
  const names = (await readdir(restoring)).filter((name) => name !== databaseName);
  for (const name of [...names, databaseName]) await rename(join(restoring, name), join(dataDir, name));
  await syncFolder(dataDir);
  await rmdir(restoring);
  return { manifest, needsSecret };
}

async function requireEmpty(dataDir: string): Promise<void> {
  const there = await readdir(dataDir).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === "ENOENT") return [];
    throw new BackupError(`${dataDir} cannot be restored into: ${error.message}.`);
  });
  // Beside the mark of a restore that broke off lies only what it had put there already.
  const isBegun = there.includes(restoringFolder) && !there.includes(databaseName);
  if (there.length > 0 && !isBegun)
    throw new BackupError(`${dataDir} is not empty, and nothing is ever restored over. Name another one in DATA_DIR.`);
}

type Copying = Pick<Wanted, "from" | "secret"> & { readonly restoring: string; readonly manifest: Manifest };

/** @returns whether a secret is still owed */
async function copyAll({ from, restoring, manifest, secret }: Copying): Promise<boolean> {
  for (const { path, bytes, sha256 } of manifest.files) {
    const copied = await copyFile(join(from, path), join(restoring, path)).catch((error: NodeJS.ErrnoException) => {
      throw new BackupError(`${join(from, path)} of the backup cannot be read: ${error.message}.`);
    });
    if (copied.bytes !== bytes || copied.sha256 !== sha256) {
      throw new BackupError(`${join(from, path)} is not what the list of the backup says. Take another backup.`);
    }
  }
  const { secretCheck: wanted, hasLinks } = readDatabase(join(restoring, databaseName));
  if (secret === undefined) return hasLinks;
  const given = secretFrom(secret);
  if (given === undefined) throw new BackupError("What was given as the secret is none: it has 43 characters.");
  if (hasLinks && wanted !== undefined && secretCheck(given) !== wanted) {
    throw new BackupError("The secret is not the one that the links of this backup were made with.");
  }
  await writeFile(join(restoring, "secret"), secret.trim(), { mode: 0o600, flush: true });
  return false;
}

function readDatabase(path: string) {
  try {
    return copies.read(path);
  } catch (error) {
    if (error instanceof UnusableDatabaseError) throw new BackupError(`The backup is of no use. ${error.message}`);
    throw error;
  }
}
