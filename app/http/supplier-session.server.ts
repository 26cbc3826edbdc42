import { defaultLanguage, type LanguageOffer, type LanguageTag, preferredLanguage } from "#app/i18n/languages";
import { asVisitor } from "#app/services/context/callers";
import type { ServiceContext, VisitorContext } from "#app/services/context/contexts";
import { readerLanguage } from "#app/services/supplier/page/reader-language";
import { chosenLanguage, type RequestLike } from "./language-cookie";

const cookieName = "avow_attest";

/**
 * The Set-Cookie of a supplier who opened a link. Its path is that of one attestation: two that are open in one browser do
 * not mix, and no other page of ours is sent it.
 */
export function supplierSessionCookie(
  ctx: ServiceContext,
  { attestation, sessionToken, until }: { attestation: string; sessionToken: string; until: Date },
): string {
  const seconds = Math.max(60, Math.floor((until.getTime() - ctx.clock.now().getTime()) / 1000));
  return cookie(ctx, attestation, sessionToken, seconds);
}

/** The Set-Cookie that forgets it. `attestation`: an id of ours, or of that shape. */
export function clearedSupplierSessionCookie(ctx: Pick<ServiceContext, "config">, attestation: string): string {
  return cookie(ctx, attestation, "", 0);
}

function cookie({ config }: Pick<ServiceContext, "config">, attestation: string, value: string, seconds: number) {
  const secure = config.publicOrigin.startsWith("https:") ? "; Secure" : "";
  return `${cookieName}=${value}; Path=/attest/${attestation}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}

const elsewhereName = "avow_earlier";

/** Hours for which answers of another link are offered, once that link was put in. */
const elsewhereHours = 4;

/** The Set-Cookie of another link whose answers are offered in one attestation; without a token, the one that forgets it. */
export function elsewhereCookie({ config }: Pick<ServiceContext, "config">, attestation: string, token = ""): string {
  const secure = config.publicOrigin.startsWith("https:") ? "; Secure" : "";
  const seconds = token === "" ? 0 : elsewhereHours * 3600;
  return `${elsewhereName}=${token}; Path=/attest/${attestation}; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`;
}

/** The token of that link. */
export function elsewhereTokenOf(request: RequestLike): string | undefined {
  return /(?:^|;\s*)avow_earlier=([\w-]{43})(?:;|$)/.exec(request.headers.get("cookie") ?? "")?.[1];
}

/** The supplier session that a request carries. */
export function supplierSessionTokenOf(request: RequestLike): string | undefined {
  return /(?:^|;\s*)avow_attest=([\w.-]{20,100})(?:;|$)/.exec(request.headers.get("cookie") ?? "")?.[1];
}

/** What a supplier reads: what was just chosen, then their earlier choice, their contact's language, the browser's, English. */
export function supplierLanguage(request: RequestLike, contact?: string, offer?: LanguageOffer): string {
  return readerLanguage({ chosen: chosenLanguage(request), contact, otherwise: browserLanguage(request) }, offer);
}

/** Whoever asks, before anything is known of their contact. `chosen`: the language that they chose, if any. */
export function visitorOf(
  ctx: ServiceContext,
  request: RequestLike,
): { readonly ctx: VisitorContext; readonly chosen: LanguageTag | undefined } {
  const chosen = chosenLanguage(request);
  return { ctx: asVisitor(ctx, readerLanguage({ chosen, otherwise: browserLanguage(request) })), chosen };
}

function browserLanguage({ headers }: RequestLike): LanguageTag {
  return preferredLanguage(headers.get("accept-language")) ?? defaultLanguage;
}
