import * as z from "zod";
import type { Declaration } from "#db/records";
import type { LoadedQuestionnaire } from "#questionnaires/load";

// What was signed before texts had a second revision does not say which one it was read in: the first.
const Signed = z.object({ texts: z.object({ number: z.number().int().default(1) }).default({ number: 1 }) });

/**
 * A questionnaire in the words that were signed; in the newest ones while nothing is. A later revision of the texts never
 * changes what somebody said.
 * @throws Error when the revision that was signed is not there
 */
export function inSignedWords(
  questionnaire: LoadedQuestionnaire,
  declaration: Pick<Declaration, "document"> | undefined,
): LoadedQuestionnaire {
  if (!declaration || questionnaire.atRevision(1) === questionnaire) return questionnaire;
  return questionnaire.atRevision(Signed.parse(JSON.parse(declaration.document)).texts.number);
}
