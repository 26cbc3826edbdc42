import * as z from "zod";
import { visitorUseCase } from "#app/services/context/use-case";
import { momentWords } from "#app/services/supplier/page/frame";
import { uiLanguage } from "#app/services/supplier/page/page-texts";
import { readerLanguage } from "#app/services/supplier/page/reader-language";
import type { UnsubscribeView } from "#app/views/supplier/link";
import { openLink, supplierActor } from "./link";
import { linkAddress, linkFrame, linkInput } from "./link-pages";
import { linkToken } from "./link-token";

/** Asks whether to stop mail, or says that it is stopped. @throws Problem for a link that opens nothing */
export const showUnsubscribe = visitorUseCase({
  permission: "links.use",
  input: linkInput,
  events: [],
  async run(ctx, { token, language: chosen }): Promise<UnsubscribeView> {
    const file = await openLink(ctx, token);
    const wanted = { chosen, contact: file.contact.language, otherwise: ctx.language };
    const language = readerLanguage(wanted, file.campaign);
    const ui = uiLanguage(language);
    const href = linkAddress(token);
    const done = file.invitation.unsubscribedAt !== undefined;
    const title = ctx.t(ui)(done ? "supplier:unsubscribe.done" : "supplier:unsubscribe.title");
    return {
      frame: linkFrame(language, file, { title, href: `${href}/unsubscribe` }),
      buyer: file.organisation.name,
      done,
      until: momentWords(file.invitation.expiresAt, file.campaign, { ui }).day,
      href,
      action: `${href}/unsubscribe`,
    };
  },
});

/**
 * Stops all mail about a request; the link goes on working. Doing it twice changes nothing more.
 * @throws Problem for a link that opens nothing
 */
export const unsubscribe = visitorUseCase({
  permission: "links.use",
  input: z.object({ token: linkToken }),
  events: ["invitation.unsubscribed"],
  async run(ctx, { token }, event) {
    const file = await openLink(ctx, token);
    const { org, id, unsubscribedAt } = file.invitation;
    if (unsubscribedAt) return;
    const audit = event("invitation.unsubscribed", id, {}, { by: supplierActor(file) });
    await ctx.store.invitations.unsubscribe({ org, id, at: ctx.clock.now(), audit });
  },
});
