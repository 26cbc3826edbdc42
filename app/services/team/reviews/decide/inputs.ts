import * as z from "zod";
import { recordId } from "#app/services/context/inputs";
import { cleanLines } from "#terms/texts/typed-text";

/** What every decision says: in which review, why, and who else is asked where a second person is needed. */
export const decisionInput = z.object({
  attestation: recordId,
  reason: z.string().overwrite(cleanLines).min(1, "reason-needed").max(2_000, "reason-long"),
  second: recordId.optional(),
});

/** A code of a questionnaire or of rules, as a form sends it back. */
export const code = z.string().max(200);
