import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { isKeptApart } from "#app/services/answers/evidence-answers";
import { supplierUseCase } from "#app/services/context/use-case";
import { type EvidenceDownload, evidenceBytes } from "#app/services/evidence/evidence-bytes";
import { requireReadable } from "#app/services/supplier/colleagues/own-sections";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { StoredEvidence } from "#db/records";

/** A document of this attestation that was not removed. @throws Problem "not-found"; "with-others", of a section that is not read here */
export function attachedEvidence(session: SupplierSession, id: string): StoredEvidence {
  const found = Object.values(session.file.evidence)
    .flat()
    .find((one) => one.id === id);
  if (!found) throw new Problem("not-found");
  requireReadable(session, found.question);
  return found;
}

/**
 * The bytes of a document, for whoever attached it.
 * @throws Problem "not-found" when it is not attached, kept apart, or gone; "record-changed"
 */
export const readEvidence = supplierUseCase({
  permission: "attestations.check",
  input: z.object({ evidence: z.string(), isHead: z.boolean().default(false) }),
  events: ["record.mismatched"],
  run(ctx, { evidence, isHead }, event): Promise<EvidenceDownload> {
    const { file } = ctx.session;
    const attached = attachedEvidence(ctx.session, evidence);
    // Who sent it has it; by a link that was passed on nobody else gets it.
    if (isKeptApart(attached)) throw new Problem("not-found");
    return evidenceBytes(ctx, event, { file, evidence: attached, isHead });
  },
});
