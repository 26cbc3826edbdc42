import { composeMail } from "#app/mail/compose-mail";
import type { Message } from "#app/mail/message";
import type { TeamContext } from "#app/services/context/contexts";
import { campaignOwner } from "#app/services/mails/campaign-owner";
import type { Signed } from "#app/services/returns/find-signed";
import type { Contact } from "#db/records";

type Asked = {
  readonly contact: Contact;
  readonly questions: number;
  readonly dueAt: Date;
  readonly reviewer?: string;
};

/** The mail as its contact would get it. No link is there before it is sent, and a preview must not look as if one were. */
export async function composeAskedAgain(
  ctx: TeamContext,
  { file }: Signed,
  { contact, ...askedAgain }: Asked,
): Promise<Message> {
  const { supplier, organisation, campaign, invitation, attestation } = file;
  const owner = await campaignOwner(ctx, organisation.id, campaign.id);
  const facts = {
    ...{ supplier, organisation, campaign, invitation, contact, askedAgain },
    attestation: { ...attestation, reference: `AV-${ctx.clock.now().getUTCFullYear()}-000000` },
    answered: 0,
    minutes: 0,
    owner: owner?.email,
    link: `${ctx.config.publicOrigin}/s/preview`,
    stopMails: `${ctx.config.publicOrigin}/stop-mails/preview`,
  };
  const { language, email: to } = contact;
  return composeMail(ctx, facts, { kind: "asked-again", language, to, messageId: "<preview@localhost>" });
}
