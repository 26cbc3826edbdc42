import type { ServiceContext } from "#app/services/context/contexts";
import { organisationBytes } from "#app/services/evidence/organisation-bytes";
import { judgeFile } from "#app/services/supplier/evidence/judge-file";
import { evidenceLimits, fileBytesOf } from "#app/services/supplier/evidence/limits";
import { EvidenceFullError, type FullReason } from "#db/errors";
import type { StoredEvidence } from "#db/records";
import { cleanFileName } from "./file-name";
import { evidenceFileTypes, type RefusedType } from "./file-type";

export type AddedEvidence =
  /** `again`: the same bytes were attached to the question already, under the name of this document; nothing was added. */
  | { readonly kind: "added"; readonly evidence: StoredEvidence; readonly again?: true }
  | { readonly kind: "refused"; readonly why: RefusedType }
  /** `most`: bytes that one like it may have; the usual ones where absent. */
  | { readonly kind: "too-large"; readonly most?: number }
  | { readonly kind: "full"; readonly of: FullReason }
  | { readonly kind: "not-saved" };

type Arriving = {
  readonly org: string;
  readonly attestation: string;
  /** The code of a question, or the place of an action. */
  readonly question: string;
  /** As the browser sent it. */
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Files that are there already, by their SHA-256: they need no room. */
  readonly there: readonly { readonly sha256: string }[];
};

type Kept = { readonly evidence: StoredEvidence; readonly first: boolean };

/**
 * Takes one document as it arrives: what it is, its bytes decide, and they are on disk before `write` keeps its row, so that no
 * row ever points at nothing. Reads `bytes` to the end whatever the outcome.
 */
export async function receiveDocument(
  ctx: ServiceContext,
  { org, attestation, question, name, bytes, there }: Arriving,
  write: (evidence: Omit<StoredEvidence, "status">) => Promise<Kept | "not-saved">,
): Promise<AddedEvidence> {
  const most = fileBytesOf(ctx);
  const received = await ctx.files.receive(bytes, most);
  if (received === "too-large") return { kind: "too-large", most };
  if (received === "disk-full") return { kind: "not-saved" };
  const limits = { ...evidenceLimits, organisationBytes: organisationBytes(ctx) };
  const asked = { org, attestation, question, bytes: received.bytes, sha256: received.sha256, limits };
  const isThere = there.some(({ sha256 }) => sha256 === received.sha256);
  const judged = await judgeFile(ctx, org, received, async () =>
    isThere ? undefined : ctx.store.evidence.room(asked),
  );
  if (!("type" in judged)) {
    await received.drop();
    return judged;
  }
  const { type, ...found } = judged;
  if ((await received.keep()) === "disk-full") return { kind: "not-saved" };
  const evidence = {
    id: ctx.ids.next(),
    question,
    name: cleanFileName(name, type),
    type: evidenceFileTypes[type].media,
    bytes: received.bytes,
    sha256: received.sha256,
    receivedAt: ctx.clock.now(),
    ...found,
  };
  const used = (files: readonly string[]) => ctx.store.evidence.used(files);
  try {
    const added = await write(evidence);
    if (added === "not-saved") {
      await received.takeBack(used);
      return { kind: "not-saved" };
    }
    return { kind: "added", evidence: added.evidence, ...(added.first ? {} : { again: true as const }) };
  } catch (error) {
    // What came at the same moment took the room. Refused bytes go at once: nothing counts them.
    await received.takeBack(used);
    if (error instanceof EvidenceFullError) return { kind: "full", of: error.reason };
    throw error;
  }
}
