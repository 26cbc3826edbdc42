import * as z from "zod";
import { visitorUseCase } from "#app/services/context/use-case";
import { readerLanguage } from "#app/services/supplier/page/reader-language";
import type { DeclineView } from "#app/views/supplier/link";
import { cleanLine } from "#terms/texts/typed-text";
import { openLink, supplierActor } from "./link";
import { declineReasons, linkInput } from "./link-pages";
import { declineView } from "./show-decline";

/** Longest hint about the right person, in characters. */
const hintLimit = 200;

/**
 * Records that the reader does not supply the buyer or is the wrong person; answers are no longer taken. `hint`: who the
 * right person may be, as typed.
 * Doing it twice changes nothing more.
 * @returns the page that says so, since the link opens nothing any more; undefined once answers were sent
 * @throws Problem for a link that opens nothing
 */
export const declineInvitation = visitorUseCase({
  permission: "links.use",
  input: linkInput.extend({ reason: z.enum(declineReasons), hint: z.string() }),
  events: ["invitation.declined"],
  async run(ctx, { token, language: chosen, reason, hint }, event): Promise<DeclineView | undefined> {
    const file = await openLink(ctx, token, "declined");
    if (file.attestation.state === "submitted") return undefined;
    const wanted = { chosen, contact: file.contact.language, otherwise: ctx.language };
    const language = readerLanguage(wanted, file.campaign);
    const view = declineView(ctx, file, { language, token, reason, hint: "", done: true });
    if (file.invitation.state === "declined") return view;
    const { org, id } = file.invitation;
    const typed = cleanLine(cleanLine(hint).slice(0, hintLimit));
    await ctx.store.invitations.decline({
      ...{ org, id, reason },
      ...(typed === "" ? {} : { hint: typed }),
      at: ctx.clock.now(),
      // What was typed may be somebody's name or address: the trail, which nobody can take it out of, has the code alone.
      audit: event("invitation.declined", id, { reason }, { by: supplierActor(file) }),
    });
    return view;
  },
});
