import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { supplierUseCase } from "#app/services/context/use-case";
import { askedQuestion } from "#app/services/supplier/question/asked-question";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { Question } from "#questionnaires/definition";
import { evidenceLimits } from "./limits";

/** A question that is asked now and that documents may be attached to. @throws Problem "not-found" */
export function evidenceQuestion(session: SupplierSession, code: string): Question {
  const question = askedQuestion(session, code);
  if (!question.evidence) throw new Problem("not-found");
  return question;
}

/**
 * Asked before a byte of a form with files is read, so that nothing reaches the disk for a question that takes none.
 * @returns the most files that are taken at once
 * @throws Problem "not-found"
 */
export const expectEvidence = supplierUseCase({
  permission: "attestations.answer",
  input: z.object({ question: z.string() }),
  events: [],
  run({ session }, { question }): { most: number } {
    evidenceQuestion(session, question);
    return { most: evidenceLimits.files };
  },
});
