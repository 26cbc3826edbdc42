import { Problem } from "#app/domain/problem";
import type { ServiceContext } from "#app/services/context/contexts";
import { type SupplierSession, supplierEvent } from "#app/services/supplier/session/supplier-session";
import { whileOpen } from "#app/services/supplier/session/while-open";
import { MissingError } from "#db/errors";
import type { StoredEvidence } from "#db/records";

/** A document of this attestation that was not removed. @throws Problem "not-found" */
export function attachedEvidence({ file }: SupplierSession, id: string): StoredEvidence {
  const found = Object.values(file.evidence)
    .flat()
    .find((one) => one.id === id);
  if (!found) throw new Problem("not-found");
  return found;
}

/**
 * Takes a document back before signing. It stays on record that it was there; its bytes go with the next sweep.
 * @throws Problem "not-found" when it is not attached, and for ended links
 */
export async function removeEvidence(
  ctx: ServiceContext,
  session: SupplierSession,
  id: string,
): Promise<{ readonly kind: "removed"; readonly question: string } | { readonly kind: "not-saved" }> {
  const { file } = session;
  const { question } = attachedEvidence(session, id);
  try {
    const outcome = await whileOpen(file, () =>
      ctx.store.evidence.remove({
        org: file.attestation.org,
        attestation: file.attestation.id,
        id,
        at: ctx.clock.now(),
        by: { kind: "supplier", attestation: file.attestation.id },
        audit: supplierEvent(ctx, file, { action: "evidence.removed", details: { question, evidence: id } }),
      }),
    );
    return outcome === "not-saved" ? { kind: "not-saved" } : { kind: "removed", question };
  } catch (error) {
    if (error instanceof MissingError) throw new Problem("not-found");
    throw error;
  }
}
