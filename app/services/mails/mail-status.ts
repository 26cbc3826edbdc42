import { mailReasons } from "#app/domain/mail-error";
import { timeMoment } from "#app/i18n/dates/moments";
import { senderAddress, senderOf } from "#app/mail/sender";
import type { CallerContext, TeamContext } from "#app/services/context/contexts";
import type { MailHoldView } from "#app/views/team/mail-status";

/** Why no mail leaves; undefined while mails go out, or are kept because no mail server is set. */
export async function mailHoldView(ctx: TeamContext): Promise<MailHoldView | undefined> {
  if (!ctx.mailer) return undefined;
  const hold = await ctx.store.mailHolds.get();
  if (hold === undefined || hold.endedAt) return undefined;
  const { trouble, said, since, dueAt } = hold;
  return {
    trouble,
    said,
    since: timeMoment(since, ctx.language).text,
    next: timeMoment(dueAt, ctx.language).text,
    waiting: await ctx.store.mails.countWaiting(ctx.organisation.id),
    sender: senderAddress(ctx.config),
  };
}

/** Whether mails go out as far as is known: only then is one promised. */
export async function mailsLeave(ctx: Pick<CallerContext, "mailer" | "store">): Promise<boolean> {
  if (!ctx.mailer) return false;
  const hold = await ctx.store.mailHolds.get();
  return hold === undefined || hold.endedAt !== undefined;
}

/** Who mails come from, as their recipients see it. */
export function senderWords({ config, organisation }: TeamContext): string {
  const { name, address } = senderOf(config, organisation);
  return `${name} <${address}>`;
}

/** Why a mail was not taken, in words: a reason of ours in those of the reader, else what the mail server said. */
export function mailErrorWords({ t, language }: Pick<CallerContext, "t" | "language">, error: string): string {
  const reason = mailReasons.find((one) => one === error);
  return reason ? t(language)(`team:mailReason.${reason}`) : error;
}
