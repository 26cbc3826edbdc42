import * as z from "zod";
import { Problem } from "#app/domain/problem";
import type { TeamContext } from "#app/services/context/contexts";
import { recordId } from "#app/services/context/inputs";
import { newMail } from "#app/services/mails/new-mail";
import { findCampaign } from "#app/services/team/campaigns/find-campaign";
import { canStillChange } from "#app/services/team/recipients/recipient-state";
import type { Campaign } from "#db/records";
import type { NewMail, RecipientRow } from "#db/store";

/** One recipient of a campaign, as it is named. */
export const invitationInput = z.object({ campaign: recordId, invitation: recordId });
type InvitationInput = z.output<typeof invitationInput>;

type Invited = RecipientRow & { readonly campaign: Campaign };

/** One recipient of a campaign. Throws Problem "not-found", also when the invitation is of another campaign. */
export async function findInvited(ctx: TeamContext, asked: InvitationInput): Promise<Invited> {
  const campaign = await findCampaign(ctx, asked.campaign);
  const row = await ctx.store.invitations.get(ctx.organisation.id, asked.invitation);
  if (!row || row.invitation.campaign !== campaign.id) throw new Problem("not-found");
  return { ...row, campaign };
}

/** The same where it can still be changed. Throws Problem "not-found", or "changed-meanwhile" where it cannot. */
export async function findOpen(ctx: TeamContext, asked: InvitationInput): Promise<Invited> {
  const invited = await findInvited(ctx, asked);
  if (!canStillChange(invited.campaign, invited)) throw new Problem("changed-meanwhile");
  return invited;
}

/** The mail that brings a recipient their link once more. */
export function invitationMail(ctx: TeamContext, { invitation, contact }: RecipientRow): NewMail {
  return newMail(ctx, {
    org: ctx.organisation.id,
    id: ctx.ids.next(),
    kind: "invitation",
    invitation: invitation.id,
    contact,
    at: ctx.clock.now(),
  });
}
