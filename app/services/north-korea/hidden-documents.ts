import { questionsOf } from "#app/services/answers/document-facts";
import type { CallerContext } from "#app/services/context/contexts";
import type { AttestationDetails, StoredEvidence } from "#db/records";
import { hiddenQuestions } from "./north-korea";

/** Whether somebody does not see a document, because one of the questions that it is attached to is about North Korean labour. */
export async function isHiddenDocument(
  ctx: Pick<CallerContext, "may" | "catalogue">,
  file: AttestationDetails,
  document: Pick<StoredEvidence, "question" | "sha256">,
): Promise<boolean> {
  const isHidden = await hiddenQuestions(ctx, file.attestation);
  return [document.question, ...questionsOf(file, document)].some(isHidden);
}
