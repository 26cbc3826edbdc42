import * as z from "zod";
import { languageLinks } from "#app/services/supplier/page/language-links";
import { uiLanguage } from "#app/services/supplier/page/page-texts";
import type { FrameView } from "#app/views/supplier/frame";
import type { DeclineView } from "#app/views/supplier/link";
import type { OpenLink } from "./link";
import { linkToken } from "./link-token";

/** What every use case of a link takes. `language`: what the reader chose, if anything; BCP 47. */
export const linkInput = z.object({ token: linkToken, language: z.string().optional() });

export type DeclineReason = DeclineView["reason"];

/** Why somebody does not answer: the buyer is no customer of theirs, or they are not the person to ask. */
export const declineReasons = ["not-supplier", "wrong-contact"] as const satisfies readonly DeclineReason[];

/** Address of a link's own page, without a slash at its end. */
export function linkAddress(token: string): string {
  return `/s/${token}`;
}

/** An address with the language that was chosen, if one was: no cookie is set by looking at a page. */
export function withLanguage(href: string, chosen: string | undefined): string {
  if (chosen === undefined) return href;
  return `${href}${href.includes("?") ? "&" : "?"}language=${chosen}`;
}

/** What stands round the smaller pages of a link. @param href address of the page, if nothing can be lost there */
export function linkFrame(
  language: string,
  file: Pick<OpenLink, "organisation" | "attestation" | "campaign">,
  { title, ...at }: { title: string; href: string } | { title: string; languages: FrameView["languages"] },
): FrameView {
  const ui = uiLanguage(language);
  const languages = "href" in at ? languageLinks(at.href, ui, file.campaign) : at.languages;
  return {
    language: ui,
    chosen: language,
    title,
    buyer: file.organisation.name,
    reference: file.attestation.reference,
    languages,
  };
}
