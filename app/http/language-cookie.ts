import {
  defaultLanguage,
  findLanguage,
  type LanguageTag,
  languageWithAllTexts,
  preferredLanguage,
} from "#app/i18n/languages";

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

/**
 * The language of names and previews on the pages of the team: what a person chose in the settings, else English. What a
 * browser prefers does not count, since names in it would stand among English words.
 */
export function namesLanguageOf(request: RequestLike): LanguageTag {
  return chosenLanguage(request) ?? defaultLanguage;
}

/** The language of the pages of the team: what was asked for, once every text is there in it; English until then. */
export function teamLanguageOf(request: RequestLike): LanguageTag {
  return languageWithAllTexts(languageOf(request));
}
