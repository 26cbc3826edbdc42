import { Problem } from "#app/domain/problem";
import { composeMail } from "#app/mail/compose-mail";
import type { MailData } from "#app/mail/mail-data";
import type { Message } from "#app/mail/message";
import { answeringMinutes } from "#app/services/answers/answering-time";
import type { ServiceContext } from "#app/services/context/contexts";
import { requireQuestionnaire } from "#app/services/ratings/rating-versions";
import { stopMailsPath } from "#app/services/supplier/mails/stop-mails";
import type { Mail } from "#db/records";

/**
 * Writes out a kept mail with its link, which exists nowhere but in the result.
 * @throws Problem "not-found" when what it is about is gone
 */
export async function writeMail(ctx: ServiceContext, mail: Mail): Promise<Message> {
  return composeMail(ctx, await findMailData(ctx, mail), mail);
}

async function findMailData(ctx: ServiceContext, mail: Pick<Mail, "org" | "invitation">): Promise<MailData> {
  const recipient = await ctx.store.invitations.get(mail.org, mail.invitation);
  if (!recipient) throw new Problem("not-found");
  const { invitation, attestation } = recipient;
  const [organisation, campaign, file, owner, [first]] = await Promise.all([
    ctx.store.organisations.get(mail.org),
    ctx.store.campaigns.get(mail.org, invitation.campaign),
    ctx.store.attestations.get(mail.org, attestation.id),
    ownerOf(ctx, mail.org, invitation.campaign),
    ctx.store.mails.about(mail.org, { invitations: [invitation.id], most: 1 }),
  ]);
  if (!organisation || !campaign) throw new Problem("not-found");
  const link = `${ctx.config.publicOrigin}/s/${ctx.links.tokenFor(invitation.id, invitation.generation)}`;
  const stopMails = `${ctx.config.publicOrigin}${stopMailsPath(ctx, mail.org, invitation.id)}`;
  const minutes = answeringMinutes(await requireQuestionnaire(ctx, campaign), campaign.regimes);
  const about = { owner, thread: first?.messageId, minutes, link, stopMails };
  return { ...recipient, ...about, organisation, campaign, declaration: file?.declaration };
}

/** The address of the person who launched a campaign, while they are one of the team. */
async function ownerOf(ctx: ServiceContext, org: string, campaign: string): Promise<string | undefined> {
  const actor = (await ctx.store.launches.get(org, campaign))?.actor;
  if (actor?.kind !== "person") return undefined;
  return (await ctx.store.users.list(org)).find(({ id, disabledAt }) => id === actor.id && !disabledAt)?.email;
}
