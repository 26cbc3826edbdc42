import { Problem } from "#app/domain/problem";
import { teamUseCase } from "#app/services/context/use-case";
import { findSigned, returnableQuestion, signedQuestionInput } from "#app/services/returns/find-signed";
import { MissingError } from "#db/errors";

/**
 * Accepts what was answered again to a returned question. Doing it twice is doing it once.
 * @throws Problem "not-found" for a question that was not returned, or not answered yet; "record-changed"
 */
export const acceptReturnedAnswer = teamUseCase({
  permission: "attestations.return",
  input: signedQuestionInput,
  events: ["return.accepted", "record.mismatched"],
  async run(ctx, { attestation, question }, event) {
    const signed = await findSigned(ctx, event, attestation);
    returnableQuestion(ctx, signed, question);
    try {
      await ctx.store.returns.accept({
        ...{ org: ctx.organisation.id, attestation, question, user: ctx.user.id, at: ctx.clock.now() },
        audit: event("return.accepted", attestation, { question }),
      });
    } catch (error) {
      if (error instanceof MissingError) throw new Problem("not-found");
      throw error;
    }
  },
});
