import { Problem } from "#app/domain/problem";
import type { Message } from "#app/mail/message";
import type { TeamContext } from "#app/services/context/contexts";
import { writeMail } from "#app/services/mails/write-mail";
import type { Mail } from "#db/records";

export const mailsOnPage = 50;

/** Mails newest first, and whether there is a mail server to send them. */
export async function listMails(ctx: TeamContext, page: number) {
  const { rows, total } = await ctx.store.mails.list(ctx.organisation.id, { page, pageSize: mailsOnPage });
  return { mails: rows, total, server: ctx.config.smtpUrl !== undefined, from: ctx.config.mailFrom };
}

/** One mail as it is or will be sent, written out now: its link is stored nowhere. Throws Problem "not-found". */
export async function readMail(ctx: TeamContext, id: string): Promise<{ mail: Mail; message: Message }> {
  const mail = await ctx.store.mails.get(ctx.organisation.id, id);
  if (!mail) throw new Problem("not-found");
  return { mail, message: await writeMail(ctx, mail) };
}
