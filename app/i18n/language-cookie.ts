import { defaultLanguage, findLanguage, type LanguageTag, preferredLanguage } from "./languages";

const cookieName = "language";

/** What a response sets when a person chooses a language; one year, and readable by no script. */
export function languageCookie(tag: LanguageTag): string {
  return `${cookieName}=${tag}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`;
}

/** The language of a request: `?language=` wins, then the person's choice, then the browser's, then English. */
export function languageOf(request: Request): LanguageTag {
  const asked = findLanguage(new URL(request.url).searchParams.get("language"))?.tag;
  const chosen = /(?:^|;\s*)language=([\w-]+)/.exec(request.headers.get("cookie") ?? "")?.[1];
  return (
    asked ?? findLanguage(chosen)?.tag ?? preferredLanguage(request.headers.get("accept-language")) ?? defaultLanguage
  );
}
