import * as z from "zod";
import { supplierUseCase } from "#app/services/context/use-case";
import { evidenceQuestion } from "#app/services/supplier/evidence/evidence-question";
import { waitingKey } from "./waiting-lines";

/**
 * Drops what has arrived of a file that was not sent to its end. It was never attached, so that nothing of it is on record. Doing it twice
 * changes nothing more. @throws Problem "not-found" for a question that takes no documents
 */
export const dropWaiting = supplierUseCase({
  permission: "attestations.answer",
  input: z.object({ question: z.string(), sha256: z.string(), bytes: z.coerce.number().int().min(1) }),
  events: [],
  run(ctx, { question: code, sha256, bytes }): Promise<void> {
    const question = evidenceQuestion(ctx.session, code).id;
    return ctx.files.waiting.forget(waitingKey(ctx.session, { question, sha256, bytes }));
  },
});
