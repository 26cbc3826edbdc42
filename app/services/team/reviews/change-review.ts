import * as z from "zod";
import { Problem } from "#app/domain/problem";
import type { TeamContext } from "#app/services/context/contexts";
import { fault } from "#app/services/context/faults";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { MissingError } from "#db/errors";
import { mayDecide } from "./second-person";

const reviewInput = z.object({ attestation: recordId });

/** @throws Problem "not-found" where there is no such review; "changed-meanwhile" where it stands otherwise by now */
async function unlessGone(ctx: TeamContext, attestation: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof MissingError)) throw error;
    const review = await ctx.store.reviews.get(ctx.organisation.id, attestation);
    throw new Problem(review ? "changed-meanwhile" : "not-found");
  }
}

/** Gives a review to somebody who may decide, or to nobody. @throws Problem "changed-meanwhile" for one that is over */
export const assignReview = teamUseCase({
  permission: "reviews.decide",
  input: reviewInput.extend({ to: recordId.default("") }),
  events: ["review.assigned"],
  async run(ctx, { attestation, to }, event) {
    const org = ctx.organisation.id;
    if (to !== "") {
      const person = await ctx.store.users.get(org, to);
      if (!person || !mayDecide(person.user)) return fault("to", "not-valid");
    }
    const person = to === "" ? {} : { to };
    const audit = event("review.assigned", attestation, person);
    await unlessGone(ctx, attestation, () => ctx.store.reviews.assign({ org, attestation, ...person, audit }));
    return { assigned: to };
  },
});

/** Makes a review due at the end of another day, UTC. @throws Problem "changed-meanwhile" for one that is over */
export const setReviewDue = teamUseCase({
  permission: "reviews.decide",
  input: reviewInput.extend({ day: z.iso.date("not-a-day") }),
  events: ["review.due-changed"],
  async run(ctx, { attestation, day }, event) {
    const dueAt = new Date(`${day}T23:59:00.000Z`);
    const audit = event("review.due-changed", attestation, { due: dueAt.toISOString() });
    await unlessGone(ctx, attestation, () =>
      ctx.store.reviews.setDue({ org: ctx.organisation.id, attestation, dueAt, audit }),
    );
    return { dueAt };
  },
});

/** Ends a review, whatever is left of it; nothing of the rating changes. @throws Problem "changed-meanwhile" for one that is over */
export const settleReview = teamUseCase({
  permission: "reviews.decide",
  input: reviewInput,
  events: ["review.settled"],
  async run(ctx, { attestation }, event) {
    const org = ctx.organisation.id;
    const audit = event("review.settled", attestation, {});
    const at = ctx.clock.now();
    await unlessGone(ctx, attestation, () =>
      ctx.store.reviews.settle({ org, attestation, at, state: "settled", audit }),
    );
  },
});

/** Opens again what was ended. @throws Problem "changed-meanwhile" for one that is open, or over for good */
export const reopenReview = teamUseCase({
  permission: "reviews.decide",
  input: reviewInput,
  events: ["review.reopened"],
  async run(ctx, { attestation }, event) {
    const org = ctx.organisation.id;
    const audit = event("review.reopened", attestation, {});
    const at = ctx.clock.now();
    await unlessGone(ctx, attestation, () => ctx.store.reviews.settle({ org, attestation, at, state: "open", audit }));
  },
});
