import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { isKeptApart } from "#app/services/answers/evidence-answers";
import { fault } from "#app/services/context/faults";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { readReview } from "#app/services/team/reviews/read-review";
import { seenReview } from "#app/services/team/reviews/seen-review";
import { cleanLines } from "#terms/texts/typed-text";
import { addDecision } from "./add-decision";
import { decisionInput } from "./inputs";

/**
 * Says what a document is worth for the question it is attached to: accepted, verified with whoever made it, or refused with a
 * reason. It counts in controls and confidence as the rule set says.
 * @throws Problem "not-found" for a document that was not signed with these answers, or is kept apart
 */
export const decideEvidence = teamUseCase({
  permission: "reviews.decide",
  input: decisionInput.extend({
    evidence: recordId,
    verdict: z.enum(["accepted", "verified", "refused"], "not-valid"),
    reason: z.string().overwrite(cleanLines).max(2_000, "reason-long").default(""),
  }),
  events: ["decision.made", "decision.asked", "attestation.rated", "record.mismatched"],
  async run(ctx, { attestation, evidence, verdict, reason, second }, event) {
    const opened = await readReview(ctx, event, attestation);
    const document = Object.values((await seenReview(ctx, opened)).file.evidence)
      .flat()
      .find(({ id }) => id === evidence);
    if (!document || isKeptApart(document)) throw new Problem("not-found");
    if (verdict === "refused" && reason === "") return fault("reason", "reason-needed");
    const decided = { kind: "evidence", verdict, question: document.question, subject: evidence, reason } as const;
    return addDecision(ctx, event, opened, { ...decided, second });
  },
});
