import * as z from "zod";
import type { ServiceContext } from "#app/services/context/contexts";
import { visitorUseCase } from "#app/services/context/use-case";
import { type OpenColleagueLink, openColleagueLink } from "#app/services/supplier/colleagues/open-colleague-link";
import { linkAddress, linkFrame, linkInput, withLanguage } from "#app/services/supplier/link/link-pages";
import { languageButtons } from "#app/services/supplier/page/language-links";
import { uiLanguage } from "#app/services/supplier/page/page-texts";
import { readerLanguage } from "#app/services/supplier/page/reader-language";
import type { GiveBackView } from "#app/views/supplier/colleagues";

/** Longest line to whoever asked, in characters. */
export const returnNoteLimit = 500;

/**
 * Asks a colleague whether to give back what they were asked. `note`: as typed, to be shown again. Undefined for a link that is
 * none of theirs. @throws Problem for one that opens nothing any more
 */
export const showGiveBack = visitorUseCase({
  permission: "links.use",
  input: linkInput.extend({ note: z.string().default("") }),
  events: [],
  async run(ctx, { token, language, note }): Promise<GiveBackView | undefined> {
    const found = await openColleagueLink(ctx, token);
    return found && giveBackView(ctx, found, { token, chosen: language, note, done: false });
  },
});

export function giveBackView(
  ctx: ServiceContext & { readonly language: string },
  { colleague, file }: OpenColleagueLink,
  { token, chosen, ...shown }: { token: string; chosen?: string } & Pick<GiveBackView, "note" | "done" | "tooLong">,
): GiveBackView {
  const language = readerLanguage({ chosen, contact: colleague.language, otherwise: ctx.language }, file.campaign);
  const asker = colleague.askedBy;
  const href = linkAddress(token);
  const action = `${href}/give-back`;
  const key = shown.done ? "done" : "title";
  const title = ctx.t(uiLanguage(language))(`supplier:colleagues.giveBack.${key}`, { asker });
  const languages = shown.done ? undefined : languageButtons(file.campaign, { form: "page", action });
  return {
    frame: linkFrame(language, file, { title, languages }),
    ...{ asker, most: returnNoteLimit, ...shown },
    action: withLanguage(action, language),
    back: withLanguage(href, language),
  };
}
