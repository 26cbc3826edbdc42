import * as z from "zod";
import { Problem } from "#app/domain/problem";
import type { TeamContext } from "#app/services/context/contexts";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { ratingSummaries } from "#app/services/ratings/rating-summaries";
import { MissingError } from "#db/errors";
import { cleanLines } from "#terms/texts/typed-text";
import { voidView } from "./void-view";

const submissionInput = z.object({ supplier: recordId, attestation: recordId });

/** What is about to be declared void, or is void already. @throws Problem "not-found" for what is not signed, or not there */
export const showVoiding = teamUseCase({
  permission: "attestations.void",
  input: submissionInput,
  events: [],
  async run(ctx, asked) {
    const { supplier, campaign, attestation, declaration, voided } = await findSigned(ctx, asked);
    return {
      supplier: { id: supplier.id, name: supplier.name },
      campaign: { id: campaign.id, name: campaign.name },
      reference: attestation.reference,
      signer: { name: declaration.name, job: declaration.job },
      voided: voided && voidView(ctx, voided),
      mayAskAgain: ctx.may("campaigns.write"),
    };
  },
});

/**
 * Declares what a supplier signed void, with the reason that the supplier reads too. What was signed stays as it is, and so do its
 * ratings; they are the supplier's rating no more. Doing it twice leaves the first reason.
 * @throws Problem "not-found" for what is not signed, or not there
 */
export const voidSubmission = teamUseCase({
  permission: "attestations.void",
  input: submissionInput.extend({
    reason: z.string().overwrite(cleanLines).min(1, "reason-needed").max(2_000, "reason-long"),
  }),
  events: ["attestation.voided"],
  async run(ctx, { reason, ...asked }, event) {
    const { attestation, supplier } = await findSigned(ctx, asked);
    const { org, id } = attestation;
    const summary = await ratingSummaries(ctx, org);
    try {
      const { first } = await ctx.store.attestations.void({
        org,
        attestation: id,
        supplier: supplier.id,
        voided: { reason, actor: ctx.actor, voidedAt: ctx.clock.now() },
        summary,
        audit: event("attestation.voided", id, {}),
      });
      return { first };
    } catch (error) {
      // Removed meanwhile.
      if (error instanceof MissingError) throw new Problem("not-found");
      throw error;
    }
  },
});

async function findSigned(ctx: TeamContext, asked: { readonly supplier: string; readonly attestation: string }) {
  const file = await ctx.store.attestations.get(ctx.organisation.id, asked.attestation);
  if (!file?.declaration || file.supplier.id !== asked.supplier) throw new Problem("not-found");
  return { ...file, declaration: file.declaration };
}
