import { type LanguageOffer, offeredLanguages } from "#app/i18n/languages";
import { hasSupplierTexts } from "#app/i18n/texts/coverage";
import type { FrameView } from "#app/views/supplier/frame";

/** As many as fit beside each other on a small phone. */
const most = 4;

/**
 * Another language by address, for pages on which nothing can be lost; undefined where there is no other.
 * @param ui what the page itself is written in @param offer that of the campaign; absent where the page is of none
 */
export function languageLinks(href: string, ui: string, offer: LanguageOffer = {}): FrameView["languages"] {
  const offered = offeredLanguages(offer);
  if (offered.length < 2) return undefined;
  const atOnce = offered.filter(({ tag }) => tag !== ui && hasSupplierTexts(tag)).slice(0, most);
  return { kind: "links", offered: offered.map(({ tag }) => tag), href, atOnce };
}

type Buttons = Extract<NonNullable<FrameView["languages"]>, { kind: "buttons" }>;

/** The same by buttons of a form, for pages on which something can be lost. */
export function languageButtons(offer: LanguageOffer, form: Pick<Buttons, "form" | "action" | "from">) {
  const offered = offeredLanguages(offer);
  if (offered.length < 2) return undefined;
  return { kind: "buttons", offered: offered.map(({ tag }) => tag), ...form } satisfies Buttons;
}
