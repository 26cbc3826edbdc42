import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";

/** A backup cannot be made or put back; the message says why, for whoever runs the command. */
export class BackupError extends Error {
  override readonly name = "BackupError";
}

/** The name of the database in a data folder and in a backup. */
export const databaseName = "avow.sqlite";

const hex = /^[0-9a-f]{64}$/;
/** What a backup may hold. Nothing else is read from one, whatever its list says. */
const places = [
  /^avow\.sqlite$/,
  /^evidence\/([0-9a-f]{2})\/\1[0-9a-f]{62}$/,
  /^imports\/[a-z0-9-]{1,64}\/[0-9a-f]{64}$/,
];

const Manifest = z.strictObject({
  format: z.literal("avow-backup/1"),
  /** Of the program that made it, and the newest migration of the database. */
  version: z.string(),
  shape: z.string(),
  /** The moment that the database shows (ISO 8601, UTC). */
  madeAt: z.iso.datetime(),
  files: z.array(
    z.strictObject({
      path: z
        .string()
        .refine((path) => places.some((place) => place.test(path)), { error: "names no file of a backup" }),
      bytes: z.int().min(0),
      sha256: z.string().regex(hex),
    }),
  ),
  /** Documents, by SHA-256, that were on record and not on disk when it was made. */
  missing: z.array(z.string().regex(hex)),
});

/** What a backup holds, each file with its size and SHA-256; it stands in the backup as `manifest.json`. */
export type Manifest = z.output<typeof Manifest>;

export const manifestName = "manifest.json";

/** @throws {BackupError} where there is none, or it is not one of ours */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, manifestName), "utf8").catch(() => undefined);
  if (text === undefined) {
    throw new BackupError(`${folder} is no backup, or not a whole one: it has no ${manifestName}.`);
  }
  const read = Manifest.safeParse(parsed(text));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new BackupError(
      `${join(folder, manifestName)} is not the list of a backup: ${issue?.path.join(".") || "it"} ${issue?.message}.`,
    );
  }
  const paths = read.data.files.map(({ path }) => path);
  if (!paths.includes(databaseName)) throw new BackupError(`The list of ${folder} names no database.`);
  if (new Set(paths).size < paths.length) throw new BackupError(`The list of ${folder} names a file twice.`);
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
