import { chmod, mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { copies } from "#db/index";
import packageFile from "../../../package.json" with { type: "json" };
import { copyFile, factsOf, syncFolder } from "./copy-file";
import { BackupError, databaseName, type Manifest, manifestName } from "./manifest";

export type Backup = { readonly folder: string; readonly manifest: Manifest };

type Wanted = { readonly dataDir: string; readonly to: string; readonly at: Date };

/** Ends the names of folders that are not a whole backup yet. */
export const partMark = ".part";

/**
 * Writes a backup of a data folder into a new folder, while the product runs: the database as of one moment, then every
 * document that it names, then the lists that wait to be imported. The secret is never in it. It gets its name when it is
 * whole and was opened once, so that half a backup is never taken for one.
 * @throws {BackupError} where it cannot be written, or the database cannot be read
 */
export async function writeBackup({ dataDir, to, at }: Wanted): Promise<Backup> {
  await requireFree(dataDir, to);
  const part = `${resolve(to)}-${process.pid}${partMark}`;
  await rm(part, { recursive: true, force: true });
  try {
    await mkdir(part, { recursive: true, mode: 0o700 });
    const manifest = await fill(part, { dataDir, at });
    await writeFile(join(part, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
    await syncFolder(part);
    await rename(part, to);
    await syncFolder(dirname(resolve(to)));
    return { folder: to, manifest };
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    throw error;
  }
}

async function requireFree(dataDir: string, to: string): Promise<void> {
  const below = relative(resolve(dataDir), resolve(to));
  if (below === "" || (below !== ".." && !below.startsWith(`..${sep}`) && resolve(dataDir, below) === resolve(to))) {
    throw new BackupError(`${to} lies in the data folder itself, and would be lost with it. Name another place.`);
  }
  const there = await readdir(to).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw new BackupError(`${to} cannot be written: ${error.code === "ENOTDIR" ? "it is a file" : error.message}.`);
  });
  if (there.length > 0) throw new BackupError(`${to} is not empty. Name a folder that is not there yet.`);
}

async function fill(part: string, { dataDir, at }: Pick<Wanted, "dataDir" | "at">): Promise<Manifest> {
  const database = join(part, databaseName);
  await copies.make(join(dataDir, databaseName), database);
  await chmod(database, 0o600);
  await syncFolder(part);
  const { shape, documents } = copies.read(database);
  const files = [{ path: databaseName, ...(await factsOf(database)) }];
  const missing: string[] = [];
  for (const sha256 of documents) {
    const path = `evidence/${sha256.slice(0, 2)}/${sha256}`;
    const copied = await copyIfThere(join(dataDir, path), join(part, path));
    if (copied) files.push({ path, ...copied });
    else missing.push(sha256);
  }
  for (const path of await importsIn(dataDir)) {
    const copied = await copyIfThere(join(dataDir, path), join(part, path));
    if (copied) files.push({ path, ...copied });
  }
  return { format: "avow-backup/1", version: packageFile.version, shape, madeAt: at.toISOString(), files, missing };
}

/** Undefined where it is not there, or not any more. */
async function copyIfThere(from: string, to: string) {
  return copyFile(from, to).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    return undefined;
  });
}

/** Lists that somebody uploaded and may have confirmed: the job that writes them reads them again. */
async function importsIn(dataDir: string): Promise<readonly string[]> {
  const names = async (path: string) => readdir(join(dataDir, path)).catch(() => []);
  const paths: string[] = [];
  for (const org of await names("imports")) {
    for (const name of await names(join("imports", org))) {
      if (/^[a-z0-9-]{1,64}$/.test(org) && /^[0-9a-f]{64}$/.test(name)) paths.push(`imports/${org}/${name}`);
    }
  }
  return paths;
}
