import { Problem } from "#app/domain/problem";
import { dayMs } from "#app/i18n/dates/days";
import type { TeamContext } from "#app/services/context/contexts";
import { newMail } from "#app/services/mails/new-mail";
import { findCampaign } from "#app/services/team/drafts/draft";
import type { ActionOn, AuditDetails, AuditEvent } from "#db/audit";
import type { Campaign } from "#db/records";
import type { NewMail, RecipientRow } from "#db/store";

export type Invited = RecipientRow & { readonly campaign: Campaign };

/** One recipient of a campaign. Throws Problem "not-found", also when the invitation is of another campaign. */
export async function findInvited(ctx: TeamContext, campaignId: string, id: string): Promise<Invited> {
  const campaign = await findCampaign(ctx, campaignId);
  const row = await ctx.store.invitations.get(ctx.organisation.id, id);
  if (!row || row.invitation.campaign !== campaign.id) throw new Problem("not-found");
  return { ...row, campaign };
}

async function changeable(ctx: TeamContext, campaign: string, id: string): Promise<Invited> {
  const invited = await findInvited(ctx, campaign, id);
  const open =
    invited.campaign.state === "live" &&
    invited.invitation.state !== "withdrawn" &&
    invited.attestation.state === "open";
  if (!open) throw new Problem("changed-meanwhile");
  return invited;
}

function event(ctx: TeamContext, id: string, details: AuditDetails<ActionOn<"invitation">>): AuditEvent {
  return { ...details, at: ctx.clock.now(), actor: ctx.actor, subject: { type: "invitation", id } };
}

function invitationMail(ctx: TeamContext, { invitation, contact }: RecipientRow): NewMail {
  return newMail(ctx, {
    org: ctx.organisation.id,
    id: ctx.ids.next(),
    kind: "invitation",
    invitation: invitation.id,
    contact,
    at: ctx.clock.now(),
  });
}

/** Sends the same link once more. */
export async function resendInvitation(ctx: TeamContext, campaign: string, id: string): Promise<void> {
  const invited = await changeable(ctx, campaign, id);
  await ctx.store.invitations.resend({
    org: ctx.organisation.id,
    id,
    mail: invitationMail(ctx, invited),
    audit: event(ctx, id, { action: "invitation.resent", details: {} }),
  });
}

/** Makes a new link and sends it; the old one stops, and says that there is a newer one. */
export async function replaceLink(ctx: TeamContext, campaign: string, id: string): Promise<void> {
  const invited = await changeable(ctx, campaign, id);
  const generation = invited.invitation.generation + 1;
  await ctx.store.invitations.replaceLink({
    org: ctx.organisation.id,
    id,
    generation,
    tokenHash: ctx.links.hash(ctx.links.tokenFor(id, generation)),
    at: ctx.clock.now(),
    expiresAt: invited.invitation.expiresAt,
    mail: invitationMail(ctx, invited),
    audit: event(ctx, id, { action: "invitation.link-replaced", details: { generation } }),
  });
}

/** Days a link can be extended by at once. */
export const extensions = [7, 14, 30] as const;

/** Lets the link work longer: so many days from its end, or from now if it has ended. */
export async function extendLink(ctx: TeamContext, campaign: string, id: string, days: number): Promise<void> {
  const invited = await changeable(ctx, campaign, id);
  const known = extensions.find((one) => one === days);
  if (!known) throw new Problem("bad-request");
  const from = Math.max(ctx.clock.now().getTime(), invited.invitation.expiresAt.getTime());
  const expiresAt = new Date(from + known * dayMs);
  await ctx.store.invitations.extend({
    org: ctx.organisation.id,
    id,
    expiresAt,
    audit: event(ctx, id, { action: "invitation.extended", details: { until: expiresAt.toISOString() } }),
  });
}

/** Closes the link for good. Answers so far are kept, and cannot be sent any more. */
export async function withdrawInvitation(ctx: TeamContext, campaign: string, id: string): Promise<void> {
  await changeable(ctx, campaign, id);
  await ctx.store.invitations.withdraw({
    org: ctx.organisation.id,
    id,
    at: ctx.clock.now(),
    audit: event(ctx, id, { action: "invitation.withdrawn", details: {} }),
  });
}
