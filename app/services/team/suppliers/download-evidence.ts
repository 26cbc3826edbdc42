import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { findAction } from "#app/services/actions/find-action";
import { isKeptApart } from "#app/services/answers/evidence-answers";
import { requireAsSigned } from "#app/services/answers/signed/mismatches";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { evidenceBytes } from "#app/services/evidence/evidence-bytes";
import { isHiddenDocument } from "#app/services/north-korea/hidden-documents";
import { noteReading } from "#app/services/team/trail/note";
import { actionOfPlace } from "#terms/actions/action-proof";

/**
 * A document that a supplier attached, as a file; one that was signed with the answers by what the signed document says of it.
 * @throws Problem "not-found" for another organisation's or supplier's, for one that was removed or is kept apart, or that the reader may not see; "record-changed", with an
 * event, when it is not what was signed or attached
 */
export const downloadEvidence = teamUseCase({
  permission: "attestations.read",
  input: z.object({ supplier: recordId, evidence: recordId }),
  events: ["evidence.downloaded", "record.mismatched"],
  async run(ctx, { supplier, evidence }, event) {
    const found = await ctx.store.evidence.get(ctx.organisation.id, evidence);
    if (!found || found.supplier !== supplier || found.removedAt || isKeptApart(found)) throw new Problem("not-found");
    const action = actionOfPlace(found.question);
    if (action !== undefined) await findAction(ctx, action);
    const kept = await ctx.store.attestations.get(ctx.organisation.id, found.attestation);
    if (!kept) throw new Problem("not-found");
    if (await isHiddenDocument(ctx, kept, found)) throw new Problem("not-found");
    const file = await requireAsSigned(ctx, event, kept);
    const signed = Object.values(file.evidence)
      .flat()
      .find(({ id }) => id === evidence);
    const opened = await evidenceBytes(ctx, event, { file, evidence: signed ?? found, isHead: ctx.isHead === true });
    await noteReading(ctx, event("evidence.downloaded", found.attestation, { evidence }));
    return opened;
  },
});
