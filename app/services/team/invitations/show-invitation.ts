import { formatDue } from "#app/i18n/dates/moments";
import { findLanguage, languageWithAllTexts } from "#app/i18n/languages";
import { teamUseCase } from "#app/services/context/use-case";
import { addressView } from "#app/services/mailbox/address-state";
import { declinedView } from "#app/services/team/recipients/declined-words";
import { lastMailView } from "#app/services/team/recipients/last-mail";
import { canStillChange, linkOf, recipientState } from "#app/services/team/recipients/recipient-state";
import { noteOnce } from "#app/services/team/trail/note";
import { extensions } from "./extend-link";
import { findInvited, invitationInput } from "./invited";

/** One recipient of a campaign, with what can still be done for them. @throws Problem "not-found" */
export const showInvitation = teamUseCase({
  permission: "campaigns.read",
  input: invitationInput,
  events: ["link.shown"],
  async run(ctx, asked, event) {
    const invited = await findInvited(ctx, asked);
    const { campaign, supplier, contact, invitation, attestation } = invited;
    const link = linkOf(ctx, campaign, invited);
    if (link) {
      const audit = event("link.shown", invitation.id, {});
      await noteOnce(ctx, audit);
    }
    return {
      title: supplier.name,
      campaign: { id: campaign.id, name: campaign.name },
      supplier: supplier.id,
      contact: contact.name,
      email: contact.email,
      language: findLanguage(contact.language)?.endonym ?? contact.language,
      reference: attestation.reference,
      optedOut: invitation.unsubscribedAt !== undefined,
      declined: declinedView(ctx, invitation),
      mail: lastMailView(ctx, invited),
      address: await addressView(ctx, contact.id),
      journey: recipientState(invited, ctx.clock.now()),
      until: formatDue(invitation.expiresAt, campaign.zone, languageWithAllTexts(ctx.language)),
      link,
      mayChange: ctx.may("campaigns.write") && canStillChange(campaign, invited),
      extensions,
    };
  },
});
