import { MailError, type MailReason } from "#app/domain/mail-error";
import { Problem } from "#app/domain/problem";
import { bareText } from "#app/i18n/page-text";
import { composeMail } from "#app/mail/compose-mail";
import type { MailData } from "#app/mail/mail-data";
import type { Message } from "#app/mail/message";
import { answeringMinutes } from "#app/services/answers/answering-time";
import { confirmationIn } from "#app/services/answers/confirmation";
import type { ServiceContext } from "#app/services/context/contexts";
import { requireQuestionnaire } from "#app/services/ratings/rating-versions";
import { colleagueLink, proofOf } from "#app/services/supplier/colleagues/colleague-link";
import { isEnded } from "#app/services/supplier/colleagues/open-colleague-link";
import { stopMailsPath } from "#app/services/supplier/mails/stop-mails";
import { pageTexts } from "#app/services/supplier/page/page-texts";
import { factsOf, isOver } from "#app/services/supplier/signing/code/signing-code";
import type { AttestationDetails, Colleague, Mail } from "#db/records";
import type { LoadedQuestionnaire } from "#questionnaires/load";

/** Stands for a code where somebody else than its recipient reads the mail. */
const hiddenCode = "••••••";

/**
 * Writes out a kept mail with its link or its code, which exist nowhere but in the result.
 * @throws Problem "not-found" when what it is about is gone, MailError for a code that is good for nothing any more
 */
export async function writeMail(ctx: ServiceContext, mail: Mail): Promise<Message> {
  const code = mail.kind === "code" ? await codeOf(ctx, mail) : undefined;
  return composeMail(ctx, { ...(await findMailData(ctx, mail)), code }, mail);
}

/** The same for the eyes of the team: whoever can read the code of a supplier could sign for it. */
export async function showWrittenMail(ctx: ServiceContext, mail: Mail): Promise<Message> {
  const code = mail.kind === "code" ? hiddenCode : undefined;
  return composeMail(ctx, { ...(await findMailData(ctx, mail)), code }, mail);
}

async function codeOf(ctx: ServiceContext, { org, id }: Pick<Mail, "org" | "id">): Promise<string> {
  const code = await ctx.store.signingCodes.get(org, id);
  if (code && !isOver(ctx, code)) return ctx.links.signingCode(factsOf(code));
  const reason: MailReason = "code-over";
  throw new MailError({ step: "not-offered", said: reason });
}

async function findMailData(
  ctx: ServiceContext,
  mail: Pick<Mail, "org" | "invitation" | "colleague" | "kind">,
): Promise<MailData> {
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
  const questionnaire = await requireQuestionnaire(ctx, campaign);
  const minutes = answeringMinutes(questionnaire, campaign.regimes);
  if (mail.colleague !== undefined && mail.kind !== "returned") {
    const colleague = await ctx.store.colleagues.get(mail.org, mail.colleague);
    if (!colleague || !file || isEnded(colleague, file)) throw new Problem("not-found");
    const asked = colleagueFacts(ctx, { colleague, questionnaire, file });
    // They answer to whoever has the supplier's own link, and never get it.
    const theirs = { minutes, link: colleagueLink(ctx, colleague), stopMails: "", owner: recipient.contact.email };
    return { ...recipient, ...theirs, organisation, campaign, colleague: asked };
  }
  const about = { owner, thread: first?.messageId, minutes, link, stopMails };
  const declaration = file?.declaration;
  const confirmation = declaration && confirmationIn(declaration);
  const returned = mail.colleague && (await ctx.store.colleagues.get(mail.org, mail.colleague));
  const more = returned ? { returned } : {};
  return { ...recipient, ...about, organisation, campaign, declaration, confirmation, ...more };
}

function colleagueFacts(
  ctx: ServiceContext,
  { colleague, ...asked }: { colleague: Colleague; questionnaire: LoadedQuestionnaire; file: AttestationDetails },
): NonNullable<MailData["colleague"]> {
  return {
    ...colleague,
    proof: proofOf(ctx, colleague),
    sectionNames: (language) => {
      const words = pageTexts(ctx, asked, language);
      return colleague.sections.map((id) => `${id}. ${bareText(words.say(`section.${id}`))}`);
    },
  };
}

/** The address of the person who launched a campaign, while they are one of the team. */
async function ownerOf(ctx: ServiceContext, org: string, campaign: string): Promise<string | undefined> {
  const actor = (await ctx.store.launches.get(org, campaign))?.actor;
  if (actor?.kind !== "person") return undefined;
  return (await ctx.store.users.list(org)).find(({ id, disabledAt }) => id === actor.id && !disabledAt)?.email;
}
