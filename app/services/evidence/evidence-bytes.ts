import { Problem } from "#app/domain/problem";
import type { ServiceContext } from "#app/services/context/contexts";
import type { StoredEvidence } from "#db/records";

export type EvidenceDownload = {
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly body: ReadableStream<Uint8Array>;
};

/** The bytes of a document that its reader was found to be allowed. @throws Problem "not-found" when they are gone */
export async function evidenceBytes(ctx: ServiceContext, evidence: StoredEvidence): Promise<EvidenceDownload> {
  const { id, name, type, bytes, sha256 } = evidence;
  const body = await ctx.files.open(sha256);
  if (!body) {
    ctx.log.error({ evidence: id, sha256 }, "a document is on record but not on disk");
    throw new Problem("not-found");
  }
  return { name, type, bytes, body };
}
