import { Problem } from "#app/domain/problem";
import { teamUseCase } from "#app/services/context/use-case";
import { ratedInput } from "#app/services/ratings/rated-input";
import { readReview } from "#app/services/team/reviews/read-review";
import { seenReview } from "#app/services/team/reviews/seen-review";
import { walkWithFacts } from "#scoring/facts";
import { addDecision } from "./add-decision";
import { code, decisionInput } from "./inputs";

/**
 * Says that an answer was looked at and stands as it is. It changes no rating: a floor that it sets goes on holding.
 * @throws Problem "not-found" for a question that was not asked
 */
export const acceptAsSigned = teamUseCase({
  permission: "reviews.decide",
  input: decisionInput.pick({ attestation: true }).extend({ question: code }),
  events: ["decision.made", "decision.asked", "attestation.rated", "record.mismatched"],
  async run(ctx, { attestation, question }, event) {
    const opened = await readReview(ctx, event, attestation);
    const { asked } = walkWithFacts(ratedInput(opened.file, opened.made, opened.latest));
    const { isQuestionSeen } = await seenReview(ctx, opened);
    if (!asked.has(question) || !isQuestionSeen(question)) throw new Problem("not-found");
    return addDecision(ctx, event, opened, { kind: "answer", verdict: "read", question, subject: "", reason: "" });
  },
});
