import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { evidenceBytes } from "#app/services/evidence/evidence-bytes";

/**
 * A document that a supplier attached, as a file.
 * @throws Problem "not-found" for another organisation's or supplier's, and for one that was removed
 */
export const showEvidence = teamUseCase({
  permission: "attestations.read",
  input: z.object({ supplier: recordId, evidence: recordId }),
  events: [],
  async run(ctx, { supplier, evidence }) {
    const found = await ctx.store.evidence.get(ctx.organisation.id, evidence);
    if (!found || found.supplier !== supplier || found.removedAt) throw new Problem("not-found");
    return evidenceBytes(ctx, found);
  },
});
