import { languageWithAllTexts } from "#app/i18n/languages";
import type { ServiceContext } from "#app/services/context/contexts";
import { sessionHours } from "#app/services/context/session-limits";
import type { CalledFrom } from "#db/records";
import { cleanLine } from "#terms/texts/typed-text";
import { languageOf, type RequestLike } from "./language-cookie";

type WithConfig = Pick<ServiceContext, "config">;

/**
 * Name and attributes of the session's cookie. Any neighbour below the same domain can set a cookie for all of it, and
 * so have somebody work in a session of the neighbour's; only `__Host-` forbids that, and browsers take it with https alone.
 */
function cookieOf({ config }: WithConfig, name = "avow_team"): { readonly name: string; readonly attributes: string } {
  const attributes = "Path=/; HttpOnly; SameSite=Lax";
  if (!config.publicOrigin.startsWith("https:")) return { name, attributes };
  return { name: `__Host-${name}`, attributes: `${attributes}; Secure` };
}

const pendingName = "avow_second";
const deviceName = "avow_device";
const deviceDays = 400;

/** The Set-Cookie of a browser in which somebody has just signed in: it is known the next time, and opens nothing by itself. */
export function deviceCookie(ctx: WithConfig, device: string): string {
  const { name, attributes } = cookieOf(ctx, deviceName);
  return `${name}=${device}; Max-Age=${deviceDays * 86_400}; ${attributes}`;
}

/** What a browser keeps of the accounts that were opened in it. */
export function deviceOf(ctx: WithConfig, request: Request): string | undefined {
  return cookieValue(cookieOf(ctx, deviceName).name, request, /^[\w.-]{16,500}$/);
}

/** The Set-Cookie of somebody whose password was right and who is to give a code. */
export function pendingCookie(ctx: WithConfig, pending: string): string {
  const { name, attributes } = cookieOf(ctx, pendingName);
  return `${name}=${pending}; Max-Age=600; ${attributes}`;
}

/** The Set-Cookie that forgets that. */
export function clearedPendingCookie(ctx: WithConfig): string {
  const { name, attributes } = cookieOf(ctx, pendingName);
  return `${name}=; Max-Age=0; ${attributes}`;
}

/** The proof that the password was right. */
export function pendingOf(ctx: WithConfig, request: Request): string {
  return cookieValue(cookieOf(ctx, pendingName).name, request, /^[\w.-]{20,1000}$/) ?? "";
}

type WithHeaders = Pick<RequestLike, "headers">;

function cookieValue(name: string, request: WithHeaders, shape: RegExp): string | undefined {
  for (const pair of (request.headers.get("cookie") ?? "").split(";")) {
    const [own, value = ""] = pair.trim().split("=");
    if (own === name && shape.test(value)) return value;
  }
  return undefined;
}

/** Longest name of a program that is kept. */
const agentLength = 300;

/** Where a request comes from, as the trail keeps it. */
export function calledFrom(request: WithHeaders, address: string | undefined): CalledFrom {
  const agent = cleanLine(request.headers.get("user-agent") ?? "").slice(0, agentLength);
  return { ...(address ? { address } : {}), ...(agent === "" ? {} : { agent }) };
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
export function teamSessionTokenOf(ctx: WithConfig, request: WithHeaders): string | undefined {
  return cookieValue(cookieOf(ctx).name, request, /^[\w-]{43}$/);
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
