import { defaultLanguage, findLanguage, type LanguageTag, preferredLanguage } from "#app/i18n/languages";

/** What is read of a request: the server's own and the web's both have it. */
export type RequestLike = { readonly url: string; readonly headers: { get(name: string): string | null } };

const cookieName = "language";

/**
 * What a response sets when a person chooses a language; one year, and readable by no script.
 * @param publicOrigin where the site is opened: with https there, the choice is never sent in the clear
 */
export function languageCookie(tag: LanguageTag, { publicOrigin }: { readonly publicOrigin: string }): string {
  const secure = publicOrigin.startsWith("https:") ? "; Secure" : "";
  return `${cookieName}=${tag}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly${secure}`;
}

/** What a person chose: `?language=` on this request, or the cookie of an earlier choice. */
export function chosenLanguage(request: RequestLike): LanguageTag | undefined {
  const asked = findLanguage(new URL(request.url).searchParams.get("language"))?.tag;
  const chosen = /(?:^|;\s*)language=([\w-]+)/.exec(request.headers.get("cookie") ?? "")?.[1];
  return asked ?? findLanguage(chosen)?.tag;
}

/** The language of a request: what the person chose, then the browser's, then English. */
export function languageOf(request: RequestLike): LanguageTag {
  return chosenLanguage(request) ?? preferredLanguage(request.headers.get("accept-language")) ?? defaultLanguage;
}
