import { Problem } from "#app/domain/problem";
import type { TeamContext } from "#app/services/context/contexts";

/**
 * The document that was signed, byte for byte as its fingerprint was taken, and a file name for it.
 * @throws Problem "not-allowed"; "not-found" for another organisation's, another supplier's, or one that is not signed
 */
export async function showAttestation(
  ctx: TeamContext,
  { supplier, attestation }: { supplier: string; attestation: string },
): Promise<{ document: string; fileName: string }> {
  ctx.require("attestations.read");
  const file = await ctx.store.attestations.get(ctx.organisation.id, attestation);
  if (!file?.declaration || file.supplier.id !== supplier) throw new Problem("not-found");
  return { document: file.declaration.document, fileName: `${file.attestation.reference}.json` };
}
