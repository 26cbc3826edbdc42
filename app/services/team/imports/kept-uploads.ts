import { Problem } from "#app/domain/problem";
import type { ServiceContext, TeamContext } from "#app/services/context/contexts";

/** How long an upload waits for its preview to be confirmed. */
const keptMs = 24 * 3_600_000;
/** Bytes that one list may have. */
export const largestUpload = 20_000_000;

/**
 * Keeps the bytes of a list until it is confirmed; returns the name it can be read by.
 * @throws Problem "too-large", and "not-saved" where the disk is full
 */
export async function keepUpload(ctx: TeamContext, bytes: Uint8Array): Promise<string> {
  if (bytes.byteLength > largestUpload) throw new Problem("too-large");
  const org = ctx.organisation.id;
  const upload = await ctx.uploads.keep(org, bytes, ctx.clock.now());
  if (upload === "disk-full") throw new Problem("not-saved");
  return upload;
}

/** The bytes of a kept list. Throws Problem "not-found" for one that is not there any more, or another organisation's. */
export async function readUpload(ctx: ServiceContext, org: string, upload: string): Promise<Uint8Array> {
  const bytes = await ctx.uploads.read(org, upload, oldestUpload(ctx));
  if (!bytes) throw new Problem("not-found");
  return bytes;
}

/** From when on an upload is kept. */
export function oldestUpload(ctx: ServiceContext): Date {
  return new Date(ctx.clock.now().getTime() - keptMs);
}
