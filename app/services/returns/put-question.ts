import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { fault } from "#app/services/context/faults";
import { teamUseCase } from "#app/services/context/use-case";
import { MissingError } from "#db/errors";
import { cleanLines } from "#terms/texts/typed-text";
import { findSigned, returnableQuestion, signedQuestionInput } from "./find-signed";
import { returnLimits } from "./limits";

/**
 * Puts a question of what was signed on the list of what goes back, with a comment that the supplier reads, or changes that
 * comment. Nothing is sent by it.
 * @returns "sent" where something went back already and was not called back
 * @throws Problem "not-found" for what is not signed, is void, or was not asked; "record-changed"
 */
export const putReturnedQuestion = teamUseCase({
  permission: "attestations.return",
  input: signedQuestionInput.extend({
    comment: z.string().overwrite(cleanLines).min(1, "reason-needed").max(returnLimits.comment, "comment-long"),
  }),
  events: ["return.listed", "record.mismatched"],
  async run(ctx, { attestation, question, comment }, event) {
    const signed = await findSigned(ctx, event, attestation);
    returnableQuestion(ctx, signed, question);
    try {
      const outcome = await ctx.store.returns.put({
        ...{ org: ctx.organisation.id, attestation, question, comment, user: ctx.user.id, at: ctx.clock.now() },
        most: returnLimits.questions,
        audit: event("return.listed", attestation, { question }),
      });
      return outcome === "full" ? fault("comment", "returns-full", { most: returnLimits.questions }) : outcome;
    } catch (error) {
      // Void, or removed meanwhile.
      if (error instanceof MissingError) throw new Problem("not-found");
      throw error;
    }
  },
});

/**
 * Takes a question off the list. Doing it twice is doing it once, and what was sent stays sent.
 * @throws Problem "not-found" for what is not signed or was not asked; "record-changed"
 */
export const takeOffReturnedQuestion = teamUseCase({
  permission: "attestations.return",
  input: signedQuestionInput,
  events: ["return.unlisted", "record.mismatched"],
  async run(ctx, { attestation, question }, event) {
    const signed = await findSigned(ctx, event, attestation);
    returnableQuestion(ctx, signed, question);
    await ctx.store.returns.takeOff({
      ...{ org: ctx.organisation.id, attestation, question },
      audit: event("return.unlisted", attestation, { question }),
    });
  },
});
