import { Problem } from "#app/domain/problem";
import { isKeptApart } from "#app/services/answers/evidence-answers";
import { fault } from "#app/services/context/faults";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { inForce } from "#app/services/reviews/standings";
import { readReview } from "#app/services/team/reviews/read-review";
import { seenReview } from "#app/services/team/reviews/seen-review";
import { addDecision } from "./add-decision";
import { code, decisionInput } from "./inputs";

/**
 * Lifts one floor, with a reason and a file that shows it. A floor of Critical waits until somebody else agrees. The answer and
 * its points stay.
 * @throws Problem "not-found" for a floor that does not hold
 */
export const liftFloor = teamUseCase({
  permission: "reviews.decide",
  input: decisionInput.extend({ question: code, rule: code, proof: recordId.default("") }),
  events: ["decision.made", "decision.asked", "attestation.rated", "record.mismatched"],
  async run(ctx, { attestation, question, rule, reason, proof, second }, event) {
    const opened = await readReview(ctx, event, attestation);
    const { file, latest, standings } = await seenReview(ctx, opened);
    const holds = latest.rating.floor?.reasons.some((one) => one.question === question && one.rule === rule);
    // Pressed again, it is lifted already: that is no fault of whoever presses.
    const isLifted = inForce(standings).some(({ decision }) => {
      return decision.kind === "floor" && decision.question === question && decision.subject === rule;
    });
    if (!holds && !isLifted) throw new Problem("not-found");
    const shown = Object.values(file.evidence)
      .flat()
      .some((document) => document.id === proof && !isKeptApart(document));
    if (!shown) return fault("proof", "proof-needed");
    const decided = { kind: "floor", verdict: "lifted", question, subject: rule, reason, proof } as const;
    return addDecision(ctx, event, opened, { ...decided, second });
  },
});
