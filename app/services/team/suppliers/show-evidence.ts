import { Problem } from "#app/domain/problem";
import type { TeamContext } from "#app/services/context/contexts";
import { type EvidenceDownload, evidenceBytes } from "#app/services/evidence/evidence-bytes";

/**
 * A document that a supplier attached.
 * @throws Problem "not-allowed"; "not-found" for another organisation's or supplier's, and for one that was removed
 */
export async function showEvidence(
  ctx: TeamContext,
  { supplier, evidence }: { supplier: string; evidence: string },
): Promise<EvidenceDownload> {
  ctx.require("attestations.read");
  const found = await ctx.store.evidence.get(ctx.organisation.id, evidence);
  if (!found || found.supplier !== supplier || found.removedAt) throw new Problem("not-found");
  return evidenceBytes(ctx, found);
}
