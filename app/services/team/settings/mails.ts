import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { timeMoment } from "#app/i18n/dates/moments";
import type { TeamContext } from "#app/services/context/contexts";
import { pageNumber, recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { mailErrorWords, mailHoldView, senderWords } from "#app/services/mails/mail-status";
import { showWrittenMail } from "#app/services/mails/write-mail";
import { hiddenQuestions, readsNorthKorea, requireNorthKorea } from "#app/services/north-korea/north-korea";
import { noteOnce } from "#app/services/team/trail/note";
import type { Mail } from "#db/records";

const pageSize = 50;

/** One page of the mails, newest first, and whether there is a mail server to send them. */
export const listMails = teamUseCase({
  permission: "mails.read",
  input: z.object({ page: pageNumber }),
  events: [],
  async run(ctx, { page }) {
    const { rows, total } = await ctx.store.mails.list(ctx.organisation.id, { page, pageSize });
    const mails = rows.map(({ id, to, kind, state, queuedAt, sentAt, lastError }) => {
      return {
        id,
        to,
        kind,
        state,
        at: timeMoment(sentAt ?? queuedAt, ctx.language).text,
        lastError: lastError && mailErrorWords(ctx, lastError),
      };
    });
    return {
      mails,
      total,
      page,
      pageSize,
      server: ctx.mailer !== undefined,
      from: senderWords(ctx),
      hold: await mailHoldView(ctx),
      email: ctx.may("mails.test") ? ctx.user.email : undefined,
    };
  },
});

/** One mail as it is or will be sent, written out now: its link is stored nowhere. @throws Problem "not-found" */
export const showMail = teamUseCase({
  permission: "mails.read",
  input: z.object({ id: recordId }),
  events: ["link.shown"],
  async run(ctx, { id }, event) {
    // The text holds the supplier's link, which is for those who may hand links on.
    ctx.require("campaigns.links");
    const mail = await ctx.store.mails.get(ctx.organisation.id, id);
    if (!mail) throw new Problem("not-found");
    await requireSeen(ctx, mail);
    const message = await showWrittenMail(ctx, mail, readsNorthKorea(ctx));
    const audit = event("link.shown", mail.invitation, {});
    await noteOnce(ctx, audit);
    return { id, language: mail.language, message, link: /https?:\/\/\S+\/s\/[\w-]+/.exec(message.text)?.[0] };
  },
});

/** Mails that count, or say the first day, of what somebody may not see all of. */
const telling: readonly Mail["kind"][] = ["asked-again", "actions", "actions-due"];

/** @throws Problem "not-allowed" for a mail about what the reader may not see */
async function requireSeen(ctx: TeamContext, { org, help, kind }: Mail): Promise<void> {
  if (telling.includes(kind)) requireNorthKorea(ctx);
  const message = help === undefined ? undefined : await ctx.store.help.get(org, help);
  const file = message && (await ctx.store.attestations.get(org, message.attestation));
  if (!message || !file) return;
  if ((await hiddenQuestions(ctx, file.attestation))(message.question)) requireNorthKorea(ctx);
}
