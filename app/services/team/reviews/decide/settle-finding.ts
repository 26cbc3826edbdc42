import { Problem } from "#app/domain/problem";
import { teamUseCase } from "#app/services/context/use-case";
import { findingIds } from "#app/services/reviews/left";
import { readReview } from "#app/services/team/reviews/read-review";
import { seenReview } from "#app/services/team/reviews/seen-review";
import { addDecision } from "./add-decision";
import { code, decisionInput } from "./inputs";

/**
 * Settles with a note what does not fit and stayed when it was signed. The rating goes on counting what does not fit.
 * @throws Problem "not-found" for what was not found
 */
export const settleFinding = teamUseCase({
  permission: "reviews.decide",
  input: decisionInput.extend({ finding: code }),
  events: ["decision.made", "decision.asked", "attestation.rated", "record.mismatched"],
  async run(ctx, { attestation, finding, reason, second }, event) {
    const opened = await readReview(ctx, event, attestation);
    const { latest, file, isFindingSeen } = await seenReview(ctx, opened);
    const isThere = findingIds(latest.rating, file.declaration).includes(finding);
    if (!isThere || !isFindingSeen(finding)) throw new Problem("not-found");
    const decided = { kind: "finding", verdict: "settled", question: "", subject: finding, reason } as const;
    return addDecision(ctx, event, opened, { ...decided, second });
  },
});
