import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { evidenceBytes } from "#app/services/evidence/evidence-bytes";
import { noteReading } from "#app/services/team/trail/note";

/**
 * A document that a supplier attached, as a file.
 * @throws Problem "not-found" for another organisation's or supplier's, and for one that was removed
 */
export const downloadEvidence = teamUseCase({
  permission: "attestations.read",
  input: z.object({ supplier: recordId, evidence: recordId }),
  events: ["evidence.downloaded"],
  async run(ctx, { supplier, evidence }, event) {
    const found = await ctx.store.evidence.get(ctx.organisation.id, evidence);
    if (!found || found.supplier !== supplier || found.removedAt) throw new Problem("not-found");
    const audit = event("evidence.downloaded", found.attestation, { evidence });
    await noteReading(ctx, audit);
    return evidenceBytes(ctx, found);
  },
});
