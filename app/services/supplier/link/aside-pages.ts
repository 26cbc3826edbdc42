import type { SupplierContext } from "#app/services/context/contexts";
import { momentWords } from "#app/services/supplier/page/frame";
import { languageLinks } from "#app/services/supplier/page/language-links";
import { uiLanguage } from "#app/services/supplier/page/page-words";
import type { FrameView } from "#app/views/supplier/frame";
import type { DeclineView, UnsubscribeView } from "#app/views/supplier/link";
import type { DeclineReason } from "./decline";
import type { OpenLink } from "./link";

/** @param href address of the link's own page */
export function declinePage(
  ctx: SupplierContext,
  file: OpenLink,
  { reason, done, href }: { reason: DeclineReason; done: boolean; href: string },
): DeclineView {
  const buyer = file.organisation.name;
  const ui = uiLanguage(ctx.language);
  const key = done ? ("done" as const) : reason;
  const title = ctx.t(ui)(`supplier:decline.${key}`, { buyer });
  return { frame: linkFrame(ctx, file, title, `${href}/decline`), reason, buyer, done, href };
}

/** @param href address of the link's own page */
export function unsubscribePage(ctx: SupplierContext, file: OpenLink, href: string): UnsubscribeView {
  const ui = uiLanguage(ctx.language);
  const done = file.invitation.unsubscribedAt !== undefined;
  const title = ctx.t(ui)(done ? "supplier:unsubscribe.done" : "supplier:unsubscribe.title");
  return {
    frame: linkFrame(ctx, file, title, `${href}/unsubscribe`),
    buyer: file.organisation.name,
    ...(done ? { doneUntil: momentWords(file.invitation.expiresAt, file.campaign, { ui }).day } : {}),
    href,
  };
}

/** Help belongs to nobody's request. */
export function helpFrame(ctx: SupplierContext): FrameView {
  const ui = uiLanguage(ctx.language);
  return {
    language: ui,
    chosen: ctx.language,
    title: ctx.t(ui)("supplier:help.title"),
    buyer: "",
    languages: languageLinks("/attest-help", ui),
  };
}

function linkFrame(ctx: SupplierContext, file: OpenLink, title: string, href: string): FrameView {
  const ui = uiLanguage(ctx.language);
  return {
    language: ui,
    chosen: ctx.language,
    title,
    buyer: file.organisation.name,
    reference: file.attestation.reference,
    languages: languageLinks(href, ui),
  };
}
