import { Problem } from "#app/domain/problem";
import { composeMail } from "#app/mail/compose-mail";
import type { MailData } from "#app/mail/mail-data";
import type { Message } from "#app/mail/message";
import type { ServiceContext } from "#app/services/context/contexts";
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
  const [organisation, campaign, file] = await Promise.all([
    ctx.store.organisations.get(mail.org),
    ctx.store.campaigns.get(mail.org, invitation.campaign),
    ctx.store.attestations.get(mail.org, attestation.id),
  ]);
  if (!organisation || !campaign) throw new Problem("not-found");
  const link = `${ctx.config.publicOrigin}/s/${ctx.links.tokenFor(invitation.id, invitation.generation)}`;
  return { ...recipient, organisation, campaign, declaration: file?.declaration, link };
}
