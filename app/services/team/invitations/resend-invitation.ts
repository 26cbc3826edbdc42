import { teamUseCase } from "#app/services/context/use-case";
import { findOpen, invitationInput, invitationMail } from "./invited";

/** Sends the same link once more. @throws Problem "not-found"; "changed-meanwhile" for an invitation that has ended */
export const resendInvitation = teamUseCase({
  permission: "campaigns.write",
  input: invitationInput,
  events: ["invitation.resent"],
  async run(ctx, asked, event) {
    const invited = await findOpen(ctx, asked);
    const { id } = invited.invitation;
    await ctx.store.invitations.resend({
      org: ctx.organisation.id,
      id,
      mail: invitationMail(ctx, invited),
      audit: event("invitation.resent", id, {}),
    });
  },
});
