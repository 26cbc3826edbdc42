import * as z from "zod";
import type { ServiceContext } from "#app/services/context/contexts";
import { visitorUseCase } from "#app/services/context/use-case";
import { languageButtons } from "#app/services/supplier/page/language-links";
import { uiLanguage } from "#app/services/supplier/page/page-texts";
import { readerLanguage } from "#app/services/supplier/page/reader-language";
import type { DeclineView } from "#app/views/supplier/link";
import { type OpenLink, openLink } from "./link";
import { declineReasons, linkAddress, linkFrame, linkInput, withLanguage } from "./link-pages";

/** Asks whether to decline. Undefined once answers were sent. @throws Problem for a link that opens nothing */
export const showDecline = visitorUseCase({
  permission: "links.use",
  input: linkInput.extend({ reason: z.enum(declineReasons), hint: z.string().default("") }),
  events: [],
  async run(ctx, { token, language: chosen, reason, hint }): Promise<DeclineView | undefined> {
    const file = await openLink(ctx, token);
    if (file.attestation.state === "submitted") return undefined;
    const wanted = { chosen, contact: file.contact.language, otherwise: ctx.language };
    const language = readerLanguage(wanted, file.campaign);
    return declineView(ctx, file, { language, token, reason, hint, done: false });
  },
});

export function declineView(
  ctx: ServiceContext,
  file: OpenLink,
  { language, token, ...at }: { language: string; token: string } & Pick<DeclineView, "reason" | "hint" | "done">,
): DeclineView {
  const buyer = file.organisation.name;
  const href = linkAddress(token);
  const { reason, done } = at;
  const title = ctx.t(uiLanguage(language))(`supplier:decline.${done ? ("done" as const) : reason}`, { buyer });
  const action = `${href}/decline`;
  const frame = linkFrame(
    language,
    file,
    done
      ? { title, languages: undefined }
      : { title, languages: languageButtons(file.campaign, { form: "page", action }) },
  );
  return { frame, buyer, back: withLanguage(href, language), action: withLanguage(action, language), ...at };
}
