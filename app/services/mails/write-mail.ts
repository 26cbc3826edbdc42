import { MailError, type MailReason } from "#app/domain/mail-error";
import { Problem } from "#app/domain/problem";
import { composeMail } from "#app/mail/compose-mail";
import type { MailData } from "#app/mail/mail-data";
import type { Message } from "#app/mail/message";
import { answeringMinutes } from "#app/services/answers/answering-time";
import { confirmationIn } from "#app/services/answers/confirmation";
import { approverIn } from "#app/services/answers/signed/signed-approval";
import type { ServiceContext } from "#app/services/context/contexts";
import { hiddenQuestions } from "#app/services/north-korea/north-korea";
import { requireQuestionnaire } from "#app/services/ratings/rating-versions";
import { isEnded } from "#app/services/supplier/colleagues/open-colleague-link";
import { stopMailsPath } from "#app/services/supplier/mails/stop-mails";
import { factsOf, isOver } from "#app/services/supplier/signing/code/signing-code";
import type { AttestationDetails, Mail } from "#db/records";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { campaignOwner } from "./campaign-owner";
import { actionFacts, approvalFacts, askedAgainFacts, colleagueFacts, gone, helpFacts } from "./mail-facts";

/** Stands for a code where somebody else than its recipient reads the mail. */
const hiddenCode = "••••••";

/**
 * Writes out a kept mail with its link or its code, which exist nowhere but in the result.
 * @throws Problem "not-found" when what it is about is gone, MailError for a code that is good for nothing any more
 */
export async function writeMail(ctx: ServiceContext, mail: Mail): Promise<Message> {
  const code = mail.kind === "code" ? await codeOf(ctx, mail) : undefined;
  const data = await findMailData(ctx, mail);
  if (mail.kind === "question") await requireReader(ctx, mail, data);
  return composeMail(ctx, { ...data, code }, mail);
}

/**
 * The same for the eyes of the team: whoever can read the code of a supplier could sign for it. `seesAll`: the reader sees answers on
 * North Korean labour; by a link to what was begun, or by the fingerprint of what was signed, they could be read or tried out.
 */
export async function showWrittenMail(ctx: ServiceContext, mail: Mail, seesAll: boolean): Promise<Message> {
  const code = mail.kind === "code" ? hiddenCode : undefined;
  const data = await findMailData(ctx, mail);
  return composeMail(ctx, { ...data, ...(seesAll ? {} : covered(data)), code }, mail);
}

function covered({ attestation, link, declaration, colleague }: MailData): Partial<MailData> {
  return {
    link: attestation.startedAt && link !== "" ? hiddenCode : link,
    ...(declaration ? { declaration: { ...declaration, hash: hiddenCode } } : {}),
    ...(colleague ? { colleague: { ...colleague, link: hiddenCode } } : {}),
  };
}

async function codeOf(ctx: ServiceContext, { org, id }: Pick<Mail, "org" | "id">): Promise<string> {
  const code = await ctx.store.signingCodes.get(org, id);
  if (code && !isOver(ctx, code)) return ctx.links.signingCode(factsOf(code));
  const reason: MailReason = "code-over";
  throw new MailError({ step: "not-offered", said: reason });
}

async function findMailData(ctx: ServiceContext, mail: Mail): Promise<MailData> {
  const recipient = await ctx.store.invitations.get(mail.org, mail.invitation);
  if (!recipient) throw new Problem("not-found");
  const { invitation, attestation } = recipient;
  const [organisation, campaign, file, owner, [first]] = await Promise.all([
    ctx.store.organisations.get(mail.org),
    ctx.store.campaigns.get(mail.org, invitation.campaign),
    ctx.store.attestations.get(mail.org, attestation.id),
    campaignOwner(ctx, mail.org, invitation.campaign),
    ctx.store.mails.about(mail.org, { invitations: [invitation.id], most: 1 }),
  ]);
  if (!organisation || !campaign) throw new Problem("not-found");
  const questionnaire = await requireQuestionnaire(ctx, campaign);
  const minutes = answeringMinutes(questionnaire, campaign.regimes);
  const known = { ...recipient, organisation, campaign, minutes };
  const told = mail.help !== undefined && file ? { help: await helpFacts(ctx, mail, { questionnaire, file }) } : {};
  // The buyer gets no link of the supplier's.
  if (mail.kind === "question") return { ...known, ...told, link: "", stopMails: "" };
  const approved = isOfApproval(mail) ? await approvalFacts(ctx, mail.org, attestation.id) : {};
  if (mail.colleague !== undefined && mail.kind !== "given-back") {
    const asked = await colleagueOf(ctx, mail, { questionnaire, file });
    // They answer to whoever has the supplier's own link, and never get it.
    const theirs = { link: asked.link, stopMails: "", owner: told.help ? owner?.email : recipient.contact.email };
    return { ...known, ...told, ...approved, ...theirs, colleague: asked };
  }
  const link = `${ctx.config.publicOrigin}/s/${ctx.links.tokenFor(invitation.id, invitation.generation)}`;
  const stopMails = `${ctx.config.publicOrigin}${stopMailsPath(ctx, mail.org, invitation.id)}`;
  const declaration = file?.declaration;
  const signed = declaration ? { confirmation: confirmationIn(declaration), approver: approverIn(declaration) } : {};
  const gave = mail.kind === "given-back" && (await ctx.store.colleagues.get(mail.org, mail.colleague ?? ""));
  const back = gave ? { givenBack: gave } : {};
  const due = await actionFacts(ctx, mail, attestation.id);
  const again = await askedAgainFacts(ctx, mail, file?.returned);
  const about = { owner: owner?.email, thread: first?.messageId, link, stopMails };
  return { ...known, ...told, ...approved, ...about, ...back, ...due, ...again, declaration, ...signed };
}

function isOfApproval({ kind }: Pick<Mail, "kind">): boolean {
  return kind === "approval" || kind === "returned";
}

/** @throws Problem "not-found", or MailError where no other try can succeed, for somebody who is not asked any more */
async function colleagueOf(
  ctx: ServiceContext,
  mail: Mail,
  { questionnaire, file }: { questionnaire: LoadedQuestionnaire; file: AttestationDetails | undefined },
): Promise<NonNullable<MailData["colleague"]>> {
  const colleague = await ctx.store.colleagues.get(mail.org, mail.colleague ?? "");
  if (colleague && file && !isEnded(colleague, file)) return colleagueFacts(ctx, { colleague, questionnaire, file });
  throw mail.kind === "colleague" ? new Problem("not-found") : gone();
}

/** @throws MailError where no other try can succeed, for somebody of the team who may not see any more what it tells of */
async function requireReader(ctx: ServiceContext, { to }: Mail, { attestation, help }: MailData): Promise<void> {
  const reader = (await ctx.store.users.byEmail(to))?.user;
  const isHidden = await hiddenQuestions({ ...ctx, may: () => reader?.readsNorthKorea ?? false }, attestation);
  if (help && isHidden(help.code)) throw gone();
}
