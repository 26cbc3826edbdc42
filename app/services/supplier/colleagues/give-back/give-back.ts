import * as z from "zod";
import { visitorUseCase } from "#app/services/context/use-case";
import { mailsLeave } from "#app/services/mails/mail-status";
import { newMail } from "#app/services/mails/new-mail";
import { openColleagueLink } from "#app/services/supplier/colleagues/open-colleague-link";
import { spendOfLink } from "#app/services/supplier/limits/link-budget";
import { linkInput } from "#app/services/supplier/link/link-pages";
import type { GiveBackView } from "#app/views/supplier/colleagues";
import { cleanLines } from "#terms/texts/typed-text";
import { giveBackView, returnNoteLimit } from "./show-give-back";

/**
 * Gives back what a colleague was asked: their link and sessions end at once, what they answered stays, and whoever has the
 * supplier's own link is told, with what they wrote. Twice at the same time does it once.
 * @returns the page that says so, since the link opens nothing any more, or shows the note again where it is too long; undefined
 * for a link that is none of theirs
 * @throws Problem for one that opens nothing any more, and "too-often"
 */
export const giveBack = visitorUseCase({
  permission: "links.use",
  input: linkInput.extend({ note: z.string() }),
  events: ["colleague.returned"],
  async run(ctx, { token, language: chosen, note: typed }, event): Promise<GiveBackView | undefined> {
    const found = await openColleagueLink(ctx, token);
    if (!found) return undefined;
    const { colleague, file } = found;
    const note = cleanLines(typed);
    const shown = { token, chosen, note: typed };
    if (note.length > returnNoteLimit) return giveBackView(ctx, found, { ...shown, tooLong: true, done: false });
    const { org, id: attestation } = file.attestation;
    const at = ctx.clock.now();
    const isMailed = file.contact.erasedAt === undefined && (await mailsLeave(ctx));
    if (isMailed) spendOfLink(attestation, "mails");
    const mail = newMail(ctx, {
      ...{ org, id: ctx.ids.next(), kind: "given-back", invitation: file.invitation.id, colleague: colleague.id },
      ...{ contact: file.contact, at },
    });
    const by = { kind: "colleague", attestation, id: colleague.id, name: colleague.name } as const;
    await ctx.store.colleagues.withdraw({
      ...{ org, attestation, id: colleague.id, at },
      returned: isMailed ? { note, mail } : { note },
      audit: event("colleague.returned", attestation, { colleague: colleague.id, isMailed }, { by }),
    });
    ctx.jobs.wake();
    return giveBackView(ctx, found, { ...shown, done: true });
  },
});
