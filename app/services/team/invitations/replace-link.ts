import { teamUseCase } from "#app/services/context/use-case";
import { findOpen, invitationInput, invitationMail } from "./invited";

/**
 * Makes a new link and sends it, but not to who asked for no more mail; the old one stops, and says that there is a newer one.
 * @throws Problem "not-found"; "changed-meanwhile" for an invitation that has ended
 */
export const replaceLink = teamUseCase({
  permission: "campaigns.write",
  input: invitationInput,
  events: ["invitation.link-replaced"],
  async run(ctx, asked, event): Promise<"queued" | "opted-out"> {
    const invited = await findOpen(ctx, asked);
    const { id, expiresAt, unsubscribedAt } = invited.invitation;
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
    return unsubscribedAt ? "opted-out" : "queued";
  },
});
