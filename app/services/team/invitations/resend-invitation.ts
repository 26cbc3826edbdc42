import { teamUseCase } from "#app/services/context/use-case";
import { findOpen, invitationInput, invitationMail } from "./invited";

/**
 * Sends the same link once more. Who asked for no more mail gets none.
 * @throws Problem "not-found"; "changed-meanwhile" for an invitation that has ended
 */
export const resendInvitation = teamUseCase({
  permission: "campaigns.write",
  input: invitationInput,
  events: ["invitation.resent"],
  async run(ctx, asked, event): Promise<"queued" | "opted-out"> {
    const invited = await findOpen(ctx, asked);
    const { id, unsubscribedAt } = invited.invitation;
    if (unsubscribedAt) return "opted-out";
    const mail = invitationMail(ctx, invited);
    await ctx.store.invitations.resend({
      org: ctx.organisation.id,
      id,
      mail,
      audit: event("invitation.resent", id, { mail: mail.id }),
    });
    ctx.jobs.wake();
    return "queued";
  },
});
