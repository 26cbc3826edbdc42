import * as z from "zod";
import { escapeHtml } from "#app/i18n/writing/escape-html";
import { senderOf } from "#app/mail/sender";
import type { SystemContext } from "#app/services/context/contexts";
import { systemUseCase } from "#app/services/context/use-case";
import { note, onlyOrganisation } from "#app/services/team/trail/note";
import type { User } from "#db/records";
import { newReset } from "./reset-link";

/** Sends the link that was asked for, or writes down that nobody has such an account. `id`: the same whenever it is tried again. */
export const sendReset = systemUseCase({
  permission: "system.work",
  input: z.object({
    id: z.string(),
    org: z.string(),
    user: z.string(),
    from: z.object({ address: z.string().optional(), agent: z.string().optional() }),
  }),
  events: ["user.reset-offered", "attempt.refused", "attempt.counted"],
  async run(ctx, { id, org, user: userId, from }, event) {
    const found = userId === "" ? undefined : await ctx.store.users.get(org, userId);
    const user = found?.user.disabledAt ? undefined : found?.user;
    if (!user) {
      const about = found?.user.org ?? (await onlyOrganisation(ctx));
      if (about === undefined) return;
      const reason = found ? "ended" : "unknown";
      const details = { what: "reset", reason } as const;
      const audit = event("attempt.refused", found?.user.id ?? about, details, found ? {} : { about: "organisation" });
      await note(ctx, event, { org: about, kind: "stranger", audit: { ...audit, from } });
      return;
    }
    const { reset, link } = newReset(ctx, { user, id, way: "mail" });
    const audit = { ...event("user.reset-offered", user.id, { way: reset.way }), from };
    await ctx.store.passwordResets.offer({ reset, audit });
    await sendLink(ctx, user, link);
  },
});

/** The texts of the team are in English. */
async function sendLink(ctx: SystemContext, user: User, link: string): Promise<void> {
  const organisation = await ctx.store.organisations.get(user.org);
  if (!ctx.mailer || !organisation) return;
  const t = ctx.t("en");
  const lines = [t("team:reset.mail.text", { name: user.name, email: user.email }), link, t("team:reset.mail.not")];
  const [before = "", , after = ""] = lines.map((line) => `<p>${escapeHtml(line)}</p>`);
  const anchor = `<p><a href="${escapeHtml(link)}">${escapeHtml(link)}</a></p>`;
  await ctx.mailer.send({
    from: senderOf(ctx.config, organisation),
    to: user.email,
    subject: t("team:reset.mail.subject"),
    text: lines.join("\n\n"),
    html: `<!DOCTYPE html><html lang="en"><body>${before}${anchor}${after}</body></html>`,
    messageId: `<${ctx.ids.next()}@${new URL(ctx.config.publicOrigin).hostname}>`,
    headers: { "Auto-Submitted": "auto-generated" },
  });
}
