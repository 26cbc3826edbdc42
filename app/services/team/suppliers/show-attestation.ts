import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { requireAsSigned } from "#app/services/answers/signed/mismatches";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { requireNorthKorea } from "#app/services/north-korea/north-korea";
import { noteReading } from "#app/services/team/trail/note";

/**
 * The document that was signed, byte for byte as its fingerprint was taken, as a file; for who may see all of its answers.
 * @throws Problem "not-found" for another organisation's, another supplier's, or one that is not signed; "record-changed", with an
 * event, when what is kept is not what was signed
 */
export const showAttestation = teamUseCase({
  permission: "attestations.read",
  input: z.object({ supplier: recordId, attestation: recordId }),
  events: ["attestation.downloaded", "record.mismatched"],
  async run(ctx, { supplier, attestation }, event) {
    requireNorthKorea(ctx);
    const file = await ctx.store.attestations.get(ctx.organisation.id, attestation);
    if (!file?.declaration || file.supplier.id !== supplier) throw new Problem("not-found");
    await requireAsSigned(ctx, event, file);
    await noteReading(ctx, event("attestation.downloaded", attestation, {}));
    return {
      name: `${file.attestation.reference}.json`,
      type: "application/json; charset=utf-8",
      text: file.declaration.document,
    };
  },
});
