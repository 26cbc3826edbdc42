import { teamUseCase } from "#app/services/context/use-case";
import { findInvited, findOpen, invitationInput } from "./invited";

/**
 * Closes the link for good. Answers so far are kept, and cannot be sent any more. Who is withdrawn already stays so.
 * @throws Problem "not-found"; "changed-meanwhile" for an invitation that has ended
 */
export const withdrawInvitation = teamUseCase({
  permission: "campaigns.write",
  input: invitationInput,
  events: ["invitation.withdrawn"],
  async run(ctx, asked, event) {
    const { invitation } = await findInvited(ctx, asked);
    if (invitation.state === "withdrawn") return;
    const { id } = (await findOpen(ctx, asked)).invitation;
    await ctx.store.invitations.withdraw({
      org: ctx.organisation.id,
      id,
      at: ctx.clock.now(),
      audit: event("invitation.withdrawn", id, {}),
    });
  },
});
