import { teamUseCase } from "#app/services/context/use-case";
import { findOpen, invitationInput, invitationMail } from "./invited";

/**
 * Makes a new link and sends it; the old one stops, and says that there is a newer one.
 * @throws Problem "not-found"; "changed-meanwhile" for an invitation that has ended
 */
export const replaceLink = teamUseCase({
  permission: "campaigns.write",
  input: invitationInput,
  events: ["invitation.link-replaced"],
  async run(ctx, asked, event) {
    const invited = await findOpen(ctx, asked);
    const { id, expiresAt } = invited.invitation;
    const generation = invited.invitation.generation + 1;
    await ctx.store.invitations.replaceLink({
      org: ctx.organisation.id,
      id,
      generation,
      tokenHash: ctx.links.hash(ctx.links.tokenFor(id, generation)),
      at: ctx.clock.now(),
      expiresAt,
      mail: invitationMail(ctx, invited),
      audit: event("invitation.link-replaced", id, { generation }),
    });
  },
});
