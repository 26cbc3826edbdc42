import * as z from "zod";
import { Problem } from "#app/domain/problem";
import type { TeamContext } from "#app/services/context/contexts";
import { fault } from "#app/services/context/faults";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import type { Standing } from "#app/services/reviews/standings";
import { type OpenReview, readReview } from "#app/services/team/reviews/read-review";
import { mayDecide } from "#app/services/team/reviews/second-person";
import { seenReview } from "#app/services/team/reviews/seen-review";
import { cleanLines } from "#terms/texts/typed-text";
import { keepDecision } from "./add-decision";
import { decisionInput } from "./inputs";

const answerInput = z.object({ attestation: recordId, decision: recordId });

/** One decision of a review. @throws Problem "not-found" also for one that the reader may not see */
async function decisionIn(ctx: TeamContext, opened: OpenReview, id: string): Promise<Standing> {
  const { standings } = await seenReview(ctx, opened);
  const found = standings.find(({ decision }) => decision.id === id);
  if (!found) throw new Problem("not-found");
  return found;
}

/** A row about another one, of the same kind and about the same. */
function rowOf(
  { decision }: Standing,
  row: { id: string; step: "agreed" | "declined" | "taken-back"; reason: string },
) {
  const { attestation, kind, verdict, question, subject } = decision;
  return { ...{ attestation, kind, verdict, question, subject }, ...row, of: decision.id };
}

/**
 * The second person agrees, and from then on the decision counts: the person who was asked, and never the one who decided,
 * whatever roles they have by now. Doing it again changes nothing.
 * @throws Problem "not-allowed" for anybody else
 */
export const agreeDecision = teamUseCase({
  permission: "reviews.decide",
  input: answerInput,
  events: ["decision.agreed", "attestation.rated", "record.mismatched"],
  async run(ctx, { attestation, decision: id }, event) {
    const opened = await readReview(ctx, event, attestation);
    const standing = await decisionIn(ctx, opened, id);
    const { decision, state } = standing;
    if (decision.second !== ctx.user.id || decision.user === ctx.user.id) throw new Problem("not-allowed");
    if (state === "counts") return "same" as const;
    if (state !== "waits") throw new Problem("changed-meanwhile");
    const asker = await ctx.store.users.get(ctx.organisation.id, decision.user);
    if (!asker || !mayDecide(asker.user)) return fault("decision", "asker-gone");
    const row = rowOf(standing, { id: ctx.ids.next(), step: "agreed", reason: "" });
    const { kind } = decision;
    await keepDecision(ctx, event, opened, row, event("decision.agreed", attestation, { decision: id, kind }));
    return "agreed" as const;
  },
});

/**
 * The second person does not agree, and says why. Nothing was changed by what was asked.
 * @throws Problem "not-allowed" for anybody else
 */
export const declineDecision = teamUseCase({
  permission: "reviews.decide",
  input: answerInput.extend(decisionInput.pick({ reason: true }).shape),
  events: ["decision.declined", "attestation.rated", "record.mismatched"],
  async run(ctx, { attestation, decision: id, reason }, event) {
    const opened = await readReview(ctx, event, attestation);
    const standing = await decisionIn(ctx, opened, id);
    const { decision, state } = standing;
    if (decision.second !== ctx.user.id) throw new Problem("not-allowed");
    if (state === "declined") return "same" as const;
    if (state !== "waits") throw new Problem("changed-meanwhile");
    const row = rowOf(standing, { id: ctx.ids.next(), step: "declined", reason });
    const { kind } = decision;
    await keepDecision(ctx, event, opened, row, event("decision.declined", attestation, { decision: id, kind }));
    return "declined" as const;
  },
});

/**
 * Takes a decision back, or what waits for a second person: what was decided about the same before counts again. Needs nobody
 * else, as it leaves no more than was decided by the rules.
 */
export const takeBackDecision = teamUseCase({
  permission: "reviews.decide",
  input: answerInput.extend({ reason: z.string().overwrite(cleanLines).max(2_000, "reason-long").default("") }),
  events: ["decision.taken-back", "attestation.rated", "record.mismatched"],
  async run(ctx, { attestation, decision: id, reason }, event) {
    const opened = await readReview(ctx, event, attestation);
    const standing = await decisionIn(ctx, opened, id);
    const { decision, state } = standing;
    if (state === "taken-back") return "same" as const;
    if (state === "declined") throw new Problem("changed-meanwhile");
    const row = rowOf(standing, { id: ctx.ids.next(), step: "taken-back", reason });
    const { kind } = decision;
    await keepDecision(ctx, event, opened, row, event("decision.taken-back", attestation, { decision: id, kind }));
    return "taken-back" as const;
  },
});
