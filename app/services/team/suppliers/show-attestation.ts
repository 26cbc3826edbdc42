import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { noteReading } from "#app/services/team/trail/note";

/**
 * The document that was signed, byte for byte as its fingerprint was taken, as a file.
 * @throws Problem "not-found" for another organisation's, another supplier's, or one that is not signed
 */
export const showAttestation = teamUseCase({
  permission: "attestations.read",
  input: z.object({ supplier: recordId, attestation: recordId }),
  events: ["attestation.downloaded"],
  async run(ctx, { supplier, attestation }, event) {
    const file = await ctx.store.attestations.get(ctx.organisation.id, attestation);
    if (!file?.declaration || file.supplier.id !== supplier) throw new Problem("not-found");
    const audit = event("attestation.downloaded", attestation, {});
    await noteReading(ctx, audit);
    return {
      name: `${file.attestation.reference}.json`,
      type: "application/json; charset=utf-8",
      text: file.declaration.document,
    };
  },
});
