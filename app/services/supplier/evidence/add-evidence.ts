import { Problem } from "#app/domain/problem";
import type { ServiceContext } from "#app/services/context/contexts";
import { askedQuestion } from "#app/services/supplier/question/save-question";
import { type SupplierSession, supplierEvent } from "#app/services/supplier/session/supplier-session";
import { whileOpen } from "#app/services/supplier/session/while-open";
import { EvidenceFullError, type FullReason } from "#db/errors";
import type { StoredEvidence } from "#db/records";
import type { Question } from "#questionnaires/definition";
import { documentType, documentTypes, type RefusedType } from "./document-type";
import { cleanFileName } from "./file-name";
import { evidenceLimits } from "./limits";

export type AddedEvidence =
  | { readonly kind: "added"; readonly evidence: StoredEvidence }
  | { readonly kind: "refused"; readonly why: RefusedType }
  | { readonly kind: "too-large" }
  | { readonly kind: "full"; readonly of: FullReason }
  | { readonly kind: "not-saved" };

/** A question that is asked now and that documents may be attached to. @throws Problem "not-found" */
export function evidenceQuestion(session: SupplierSession, code: string): Question {
  const question = askedQuestion(session, code);
  if (!question.evidence) throw new Problem("not-found");
  return question;
}

/**
 * Attaches one document to a question as it arrives. What kind of file it is, its bytes decide. Reads `bytes` to the end
 * whatever the outcome.
 * @throws Problem "not-found" for a question that takes none, and for ended links
 */
export async function addEvidence(
  ctx: ServiceContext,
  session: SupplierSession,
  { question: code, name, bytes }: { question: string; name: string; bytes: AsyncIterable<Uint8Array> },
): Promise<AddedEvidence> {
  const { file } = session;
  const question = evidenceQuestion(session, code).id;
  const received = await ctx.files.receive(bytes, evidenceLimits.fileBytes);
  if (received === "too-large") return { kind: "too-large" };
  if (received === "no-room") return { kind: "not-saved" };
  const told = documentType(received);
  if (told.refused !== undefined) {
    await received.drop();
    return { kind: "refused", why: told.refused };
  }
  // Kept before it is written down, so that no row ever points at nothing.
  if ((await received.keep()) === "no-room") return { kind: "not-saved" };
  const evidence = {
    id: ctx.ids.next(),
    question,
    name: cleanFileName(name, told.type),
    type: documentTypes[told.type].media,
    bytes: received.bytes,
    sha256: received.sha256,
    receivedAt: ctx.clock.now(),
  };
  const details = { question, evidence: evidence.id, sha256: evidence.sha256, bytes: evidence.bytes };
  try {
    const added = await whileOpen(file, () =>
      ctx.store.evidence.add({
        org: file.attestation.org,
        attestation: file.attestation.id,
        evidence,
        limits: evidenceLimits,
        audit: supplierEvent(ctx, file, { action: "evidence.added", details }),
      }),
    );
    return added === "not-saved" ? { kind: "not-saved" } : { kind: "added", evidence: added.evidence };
  } catch (error) {
    if (error instanceof EvidenceFullError) return { kind: "full", of: error.reason };
    throw error;
  }
}
