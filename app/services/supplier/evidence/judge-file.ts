import type { ServiceContext } from "#app/services/context/contexts";
import type { ReceivedFile } from "#app/services/context/resources/evidence-files";
import type { FullReason } from "#db/errors";
import { isKeptApartFor, type KeptApartFor } from "#terms/documents/kept-apart-for";
import { detectFileType, type EvidenceFileType, type RefusedType } from "./files/file-type";
import { isLookedInto, lookInside } from "./files/inside/look-inside";
import { lookedIntoBytes } from "./limits";

/** What a document is found to be: taken as it is, or kept apart for what is in it; else why it is not taken. */
type JudgedFile =
  | { readonly type: EvidenceFileType; readonly heldFor?: KeptApartFor; readonly scannedAt?: Date }
  | { readonly kind: "refused"; readonly why: RefusedType }
  | { readonly kind: "full"; readonly of: FullReason }
  | { readonly kind: "too-large"; readonly most: number };

/** Judges a document by its bytes, the cheapest look first. `room`: what stops one more; asked before its inside is looked into. */
export async function judgeFile(
  ctx: ServiceContext,
  org: string,
  received: ReceivedFile,
  room: () => Promise<FullReason | undefined>,
): Promise<JudgedFile> {
  const { type, refused } = detectFileType(received);
  // What is no document without what was found in it is never kept.
  if (type === undefined) return { kind: "refused", why: refused };
  const told = await judge(ctx, org, refused);
  if (told.refused !== undefined) return { kind: "refused", why: told.refused };
  const full = await room();
  if (full !== undefined) return { kind: "full", of: full };
  if (isLookedInto(type) && received.bytes > lookedIntoBytes) return { kind: "too-large", most: lookedIntoBytes };
  const found = await judge(ctx, org, await lookInside(type, received.read));
  if (found.refused !== undefined) return { kind: "refused", why: found.refused };
  // Also of what is kept apart: where a virus is found nothing is kept.
  const scanned = await scan(ctx, received);
  if (scanned.refused !== undefined) return { kind: "refused", why: scanned.refused };
  return { type, ...told, ...found, ...scanned };
}

type Judged = { readonly refused?: RefusedType; readonly heldFor?: KeptApartFor };

/** What becomes of a document in which something was found: some things are kept apart where its buyer allows that. */
async function judge({ store }: ServiceContext, org: string, found: RefusedType | undefined): Promise<Judged> {
  if (found === undefined) return {};
  if (!isKeptApartFor(found)) return { refused: found };
  return (await store.organisations.documentRules(org)).keepsApart ? { heldFor: found } : { refused: found };
}

/** Asks the scanner, where one is set. Where it cannot be asked the document is kept as not scanned: suppliers cannot mend that. */
async function scan(ctx: ServiceContext, { pieces, sha256 }: ReceivedFile): Promise<Judged & { scannedAt?: Date }> {
  if (!ctx.scanner) return {};
  try {
    const outcome = await ctx.scanner.scan(pieces());
    if (outcome === "clean") return { scannedAt: ctx.clock.now() };
    ctx.log.warn({ sha256, found: outcome.found }, "a virus was found in a document, which was refused");
    return { refused: "virus" };
  } catch (error) {
    ctx.log.error({ error, sha256 }, "a document could not be scanned and was kept as not scanned");
    return {};
  }
}
