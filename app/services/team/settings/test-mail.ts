import { MailError } from "#app/domain/mail-error";
import { escapeHtml } from "#app/i18n/writing/escape-html";
import { senderOf } from "#app/mail/sender";
import type { TeamContext } from "#app/services/context/contexts";
import { noInput } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { mailErrorWords } from "#app/services/mails/mail-status";
import type { MailTestView } from "#app/views/team/mail-status";

/** Connects to the mail server and signs in. Where that works, mails that wait are tried at once. */
export const testConnection = teamUseCase({
  permission: "mails.test",
  input: noInput,
  events: [],
  async run(ctx): Promise<MailTestView> {
    const failed = await tried(ctx, (mailer) => mailer.verify());
    if (!failed) await goOn(ctx);
    return { test: "connection", failed };
  },
});

/** Sends a mail to the person who asks, and to nobody else: it shows what no connection tells, whether the sender is taken. */
export const sendTestMail = teamUseCase({
  permission: "mails.test",
  input: noInput,
  events: ["mail.tested"],
  async run(ctx, _, event): Promise<MailTestView> {
    const { user, organisation, config, ids } = ctx;
    const t = ctx.t("en");
    const text = t("team:mail.test.text", { origin: config.publicOrigin });
    const failed = await tried(ctx, (mailer) =>
      mailer.send({
        from: senderOf(config, organisation),
        to: user.email,
        subject: t("team:mail.test.subject"),
        text,
        html: `<!DOCTYPE html><html lang="en"><body><p>${escapeHtml(text)}</p></body></html>`,
        messageId: `<${ids.next()}@${new URL(config.publicOrigin).hostname}>`,
        headers: { "Auto-Submitted": "auto-generated" },
      }),
    );
    await ctx.store.mails.tested({ org: organisation.id, audit: event("mail.tested", user.id, { isTaken: !failed }) });
    if (!failed) await goOn(ctx);
    return { test: "mail", failed };
  },
});

async function tried(
  ctx: TeamContext,
  work: (mailer: NonNullable<TeamContext["mailer"]>) => Promise<void>,
): Promise<MailTestView["failed"]> {
  if (!ctx.mailer) return { step: "no-server", said: "" };
  try {
    await work(ctx.mailer);
    return undefined;
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    return { step: error.refusal.step, said: mailErrorWords(ctx, error.message) };
  }
}

async function goOn(ctx: TeamContext): Promise<void> {
  await ctx.store.mailHolds.tryAt(ctx.clock.now());
  ctx.jobs.wake();
}
