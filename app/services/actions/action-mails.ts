import type { ServiceContext } from "#app/services/context/contexts";
import { mailsLeave } from "#app/services/mails/mail-status";
import { newMail } from "#app/services/mails/new-mail";
import { findLinkProblem } from "#app/services/supplier/link/link";
import type { CorrectiveAction, Mail } from "#db/records";
import type { NewMail } from "#db/store";

/**
 * The mail to whoever was asked for the answers: what is asked of them is read from the record when it is written, and none of
 * it stands in the mail. Undefined where no mails leave, or nobody is there who would get it.
 */
export async function actionMail(
  ctx: ServiceContext & Parameters<typeof mailsLeave>[0],
  { org, attestation }: Pick<CorrectiveAction, "org" | "attestation">,
  kind: Extract<Mail["kind"], "actions" | "actions-due">,
  at: Date,
): Promise<NewMail | undefined> {
  if (!(await mailsLeave(ctx))) return undefined;
  const file = await ctx.store.attestations.get(org, attestation);
  if (!file || file.contact.erasedAt || file.invitation.unsubscribedAt || findLinkProblem(file, at)) return undefined;
  const { invitation, contact } = file;
  return newMail(ctx, { org, id: ctx.ids.next(), kind, invitation: invitation.id, contact, at });
}
