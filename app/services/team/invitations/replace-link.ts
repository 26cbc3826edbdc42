import { teamUseCase } from "#app/services/context/use-case";
import { findOpen, invitationInput, invitationMail } from "./invited";
import { wasJustDone } from "./just-done";

/**
 * Makes a new link and sends it, but not to who asked for no more mail; the old one stops, and says that there is a newer one.
 * Asked for twice at once, one is made.
 * @throws Problem "not-found"; "changed-meanwhile" for an invitation that has ended
 */
export const replaceLink = teamUseCase({
  permission: "campaigns.write",
  input: invitationInput,
  events: ["invitation.link-replaced"],
  async run(ctx, asked, event): Promise<"queued" | "opted-out"> {
    const invited = await findOpen(ctx, asked);
    const { id, expiresAt, unsubscribedAt } = invited.invitation;
    const outcome = unsubscribedAt ? "opted-out" : "queued";
    if (await wasJustDone(ctx, "invitation.link-replaced", id)) return outcome;
    const generation = invited.invitation.generation + 1;
    await ctx.store.invitations.replaceLink({
      org: ctx.organisation.id,
      id,
      generation,
      tokenHash: ctx.links.hash(ctx.links.tokenFor(id, generation)),
      at: ctx.clock.now(),
      expiresAt,
      mail: unsubscribedAt ? undefined : invitationMail(ctx, invited),
      audit: event("invitation.link-replaced", id, { generation }),
    });
    ctx.jobs.wake();
    return outcome;
  },
});
