import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { teamUseCase } from "#app/services/context/use-case";
import { readReview } from "#app/services/team/reviews/read-review";
import { seenReview } from "#app/services/team/reviews/seen-review";
import type { LegalStatus } from "#terms/laws/legal-statuses";
import { addDecision } from "./add-decision";
import { code, decisionInput } from "./inputs";

const linked: readonly (LegalStatus | undefined)[] = ["link-declared", "link-under-review", "link-not-rebutted"];

/**
 * Says of a link to a law that was declared that it is under review, or that it was not rebutted.
 * @throws Problem "not-found" for a law to which no link was declared
 */
export const decideLink = teamUseCase({
  permission: "reviews.decide",
  input: decisionInput.extend({ regime: code, verdict: z.enum(["under-review", "not-rebutted"], "not-valid") }),
  events: ["decision.made", "decision.asked", "attestation.rated", "record.mismatched"],
  async run(ctx, { attestation, regime, verdict, reason, second }, event) {
    const opened = await readReview(ctx, event, attestation);
    const { statuses } = (await seenReview(ctx, opened)).latest.rating;
    if (!linked.includes(Object.hasOwn(statuses, regime) ? statuses[regime] : undefined))
      throw new Problem("not-found");
    const decided = { kind: "link", verdict, question: "", subject: regime, reason } as const;
    return addDecision(ctx, event, opened, { ...decided, second });
  },
});
