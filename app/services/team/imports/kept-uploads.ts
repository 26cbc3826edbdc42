import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isNoRoom, Problem } from "#app/domain/problem";
import { dayMs } from "#app/i18n/dates/days";
import type { TeamContext } from "#app/services/context/contexts";

/** How long an upload waits for its preview to be confirmed. */
const keptMs = dayMs;
export const largestUpload = 20_000_000;

// The organisation is part of the folder, so that nobody reads another's list by its hash.
const folderOf = (ctx: TeamContext) => join(ctx.config.dataDir, "imports", ctx.organisation.id);

function fileOf(ctx: TeamContext, upload: string): string {
  if (!/^[0-9a-f]{64}$/.test(upload)) throw new Problem("not-found");
  return join(folderOf(ctx), upload);
}

/**
 * Keeps the bytes of a list until it is confirmed; returns the name it can be read by (SHA-256 in hex).
 * @throws Problem "too-large", and "not-saved" where the disk is full
 */
export async function keepUpload(ctx: TeamContext, bytes: Uint8Array): Promise<string> {
  if (bytes.byteLength > largestUpload) throw new Problem("too-large");
  const upload = createHash("sha256").update(bytes).digest("hex");
  mkdirSync(folderOf(ctx), { recursive: true, mode: 0o700 });
  await dropOld(ctx);
  const now = ctx.clock.now();
  try {
    await writeFile(fileOf(ctx, upload), bytes, { mode: 0o600 });
    await utimes(fileOf(ctx, upload), now, now);
  } catch (error) {
    // Half a list under the name of the whole would be shown as the list.
    await rm(fileOf(ctx, upload), { force: true });
    throw isNoRoom(error) ? new Problem("not-saved") : error;
  }
  return upload;
}

/** The bytes of a kept list. Throws Problem "not-found" for one that is not there any more, or another organisation's. */
export async function readUpload(ctx: TeamContext, upload: string): Promise<Uint8Array> {
  const file = fileOf(ctx, upload);
  const found = await stat(file).catch(() => undefined);
  if (!found || ctx.clock.now().getTime() - found.mtimeMs > keptMs) throw new Problem("not-found");
  return readFile(file);
}

async function dropOld(ctx: TeamContext): Promise<void> {
  const folder = folderOf(ctx);
  for (const name of await readdir(folder)) {
    const found = await stat(join(folder, name)).catch(() => undefined);
    if (found && ctx.clock.now().getTime() - found.mtimeMs > keptMs) await rm(join(folder, name), { force: true });
  }
}
