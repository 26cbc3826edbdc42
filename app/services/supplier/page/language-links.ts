import { languages } from "#app/i18n/languages";
import { hasSupplierTexts } from "#app/i18n/texts/coverage";
import type { FrameView } from "#app/views/supplier/frame";

/** As many as fit beside each other on a small phone. */
const most = 4;

const written = languages.filter(({ tag }) => hasSupplierTexts(tag));

/** Another language by address, for pages on which nothing can be lost. `ui`: what the page itself is written in. */
export function languageLinks(href: string, ui: string): FrameView["languages"] {
  return { kind: "links", href, atOnce: written.filter(({ tag }) => tag !== ui).slice(0, most) };
}
