import { teamUseCase } from "#app/services/context/use-case";
import { findInvited, invitationInput } from "#app/services/team/invitations/invited";

/**
 * Says that the address of a recipient works, whatever came back: mails are sent to it again. Said twice, it is said once.
 * @throws Problem "not-found"
 */
export const confirmAddress = teamUseCase({
  permission: "campaigns.write",
  input: invitationInput,
  events: ["address.confirmed"],
  async run(ctx, asked, event) {
    const { contact, invitation } = await findInvited(ctx, asked);
    await ctx.store.inboundMails.confirm({
      org: ctx.organisation.id,
      contact: contact.id,
      at: ctx.clock.now(),
      audit: event("address.confirmed", invitation.id, {}),
    });
  },
});
