import { languageWithAllTexts } from "#app/i18n/languages";
import type { ServiceContext } from "#app/services/context/contexts";
import { sessionHours } from "#app/services/team/sign-in/start-session";
import { languageOf } from "./language-cookie";

type WithConfig = Pick<ServiceContext, "config">;

/**
 * Name and attributes of the session's cookie. Any neighbour below the same domain can set a cookie for all of it, and
 * so have somebody work in a session of the neighbour's; only `__Host-` forbids that, and browsers take it with https alone.
 */
function cookieOf({ config }: WithConfig): { readonly name: string; readonly attributes: string } {
  const attributes = "Path=/; HttpOnly; SameSite=Lax";
  if (!config.publicOrigin.startsWith("https:")) return { name: "avow_team", attributes };
  return { name: "__Host-avow_team", attributes: `${attributes}; Secure` };
}

/** The Set-Cookie of a person who has just signed in. */
export function teamSessionCookie(ctx: WithConfig, session: string): string {
  const { name, attributes } = cookieOf(ctx);
  return `${name}=${session}; Max-Age=${sessionHours * 3600}; ${attributes}`;
}

/** The Set-Cookie that forgets the session. */
export function clearedTeamSessionCookie(ctx: WithConfig): string {
  const { name, attributes } = cookieOf(ctx);
  return `${name}=; Max-Age=0; ${attributes}`;
}

/** The session value a request carries. */
export function teamSessionTokenOf(ctx: WithConfig, request: Request): string | undefined {
  const { name } = cookieOf(ctx);
  for (const pair of (request.headers.get("cookie") ?? "").split(";")) {
    const [, value] = /^([\w-]{43})$/.exec(pair.trim().slice(name.length + 1)) ?? [];
    if (value && pair.trim().startsWith(`${name}=`)) return value;
  }
  return undefined;
}

/**
 * A path of our own to go to after signing in, from what a link or form said. Anything that a browser could read as
 * another site becomes `/`: `//host`, backslashes, schemes, control characters.
 */
export function safeRedirectPath(next: string | null | undefined): string {
  if (!next || next.length > 2000 || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next)) return "/";
  const url = new URL(next, "http://own.invalid");
  return url.origin === "http://own.invalid" && !url.pathname.startsWith("//")
    ? url.pathname + url.search + url.hash
    : "/";
}

/** The language team pages are written in for this request: the reader's, once all texts are there in it. */
export function teamLanguage(request: Request): string {
  return languageWithAllTexts(languageOf(request));
}
