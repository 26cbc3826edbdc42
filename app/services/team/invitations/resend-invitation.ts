import { teamUseCase } from "#app/services/context/use-case";
import type { RecipientRow } from "#db/store";
import { findOpen, invitationInput, invitationMail } from "./invited";
import { wasJustDone } from "./just-done";

/**
 * Sends the same link once more. Who asked for no more mail gets none; asked for twice at once, it is sent once.
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
    if (isOnItsWay(invited) && (await wasJustDone(ctx, "invitation.resent", id))) return "queued";
    const mail = invitationMail(ctx, invited);
    await ctx.store.invitations.resend({
      org: ctx.organisation.id,
      id,
      after: invited.lastMail?.id,
      mail,
      audit: event("invitation.resent", id, { mail: mail.id }),
    });
    ctx.jobs.wake();
    return "queued";
  },
});

/** Whether the last mail may still arrive where the contact reads it. */
function isOnItsWay({ lastMail, contact }: RecipientRow): boolean {
  return lastMail !== undefined && lastMail.state !== "failed" && lastMail.to === contact.email;
}
