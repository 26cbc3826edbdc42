import * as z from "zod";
import type { ServiceContext } from "#app/services/context/contexts";
import { visitorUseCase } from "#app/services/context/use-case";
import { uiLanguage } from "#app/services/supplier/page/page-texts";
import { readerLanguage } from "#app/services/supplier/page/reader-language";
import type { DeclineView } from "#app/views/supplier/link";
import { type OpenLink, openLink } from "./link";
import { type DeclineReason, declineReasons, linkAddress, linkFrame, linkInput } from "./link-pages";

/** Asks whether to decline. Undefined once answers were sent. @throws Problem for a link that opens nothing */
export const showDecline = visitorUseCase({
  permission: "links.use",
  input: linkInput.extend({ reason: z.enum(declineReasons) }),
  events: [],
  async run(ctx, { token, language: chosen, reason }): Promise<DeclineView | undefined> {
    const file = await openLink(ctx, token);
    if (file.attestation.state === "submitted") return undefined;
    const language = readerLanguage({ chosen, contact: file.contact.language, otherwise: ctx.language });
    return declineView(ctx, file, { language, token, reason, done: false });
  },
});

export function declineView(
  ctx: ServiceContext,
  file: OpenLink,
  { language, token, reason, done }: { language: string; token: string; reason: DeclineReason; done: boolean },
): DeclineView {
  const buyer = file.organisation.name;
  const href = linkAddress(token);
  const title = ctx.t(uiLanguage(language))(`supplier:decline.${done ? ("done" as const) : reason}`, { buyer });
  return { frame: linkFrame(language, file, { title, href: `${href}/decline` }), reason, buyer, done, href };
}
