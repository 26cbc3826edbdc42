import { Problem } from "#app/domain/problem";
import { noteMismatch } from "#app/services/answers/signed/mismatches";
import type { ServiceContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import type { AttestationDetails, StoredEvidence } from "#db/records";

export type EvidenceDownload = {
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly body: ReadableStream<Uint8Array>;
};

type Asked = {
  readonly file: Pick<AttestationDetails, "attestation" | "organisation">;
  readonly evidence: StoredEvidence;
  /** Whether only its facts are asked for: then nothing of it is read. */
  readonly isHead: boolean;
};

/**
 * The bytes of a document that its reader was found to be allowed. They are read once to the end and compared with the hash
 * on record before any is handed out, so that a reader can be told in words, and again while they are handed out.
 * @throws Problem "not-found" when they are gone; "record-changed", with an event, when they are others
 */
export async function evidenceBytes(
  ctx: ServiceContext,
  event: EventMaker<"record.mismatched">,
  { file: { attestation, organisation }, evidence, isHead }: Asked,
): Promise<EvidenceDownload> {
  const { id, name, type, bytes, sha256 } = evidence;
  const changed = (found: string) =>
    noteMismatch(
      ctx,
      event,
      { org: attestation.org, attestation: attestation.id },
      { what: "evidence", evidence: id, signed: sha256, found },
    );
  if (!isHead) {
    const found = await ctx.files.hashOf(await opened(ctx, evidence));
    if (found !== sha256) {
      await changed(found);
      throw new Problem("record-changed", { buyer: organisation.name, reference: attestation.reference });
    }
  }
  return { name, type, bytes, body: ctx.files.checked(await opened(ctx, evidence), sha256, changed) };
}

async function opened(ctx: ServiceContext, { id, sha256 }: StoredEvidence): Promise<ReadableStream<Uint8Array>> {
  const body = await ctx.files.open(sha256);
  if (body) return body;
  ctx.log.error({ evidence: id, sha256 }, "a document is on record but not on disk");
  throw new Problem("not-found");
}
