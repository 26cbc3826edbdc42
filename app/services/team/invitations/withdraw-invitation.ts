import { teamUseCase } from "#app/services/context/use-case";
import { findOpen, invitationInput } from "./invited";

/**
 * Closes the link for good. Answers so far are kept, and cannot be sent any more.
 * @throws Problem "not-found"; "changed-meanwhile" for an invitation that has ended
 */
export const withdrawInvitation = teamUseCase({
  permission: "campaigns.write",
  input: invitationInput,
  events: ["invitation.withdrawn"],
  async run(ctx, asked, event) {
    const { id } = (await findOpen(ctx, asked)).invitation;
    await ctx.store.invitations.withdraw({
      org: ctx.organisation.id,
      id,
      at: ctx.clock.now(),
      audit: event("invitation.withdrawn", id, {}),
    });
  },
});
