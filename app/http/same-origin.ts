import type { IncomingMessage } from "node:http";

/** What a browser says about where a request came from. */
type Provenance = { site?: string; origin?: string; host?: string };

/**
 * Whether a request that changes something came from a page of ours. Browsers always say; a program that says
 * nothing carries no cookies of a victim, so it passes.
 */
export function isSameOrigin({ site, origin, host }: Provenance, publicOrigin: string): boolean {
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  if (origin === undefined || origin === publicOrigin) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** The same, asked of a request. */
export function isSameOriginRequest({ headers }: IncomingMessage, publicOrigin: string): boolean {
  const { "sec-fetch-site": site, origin, host } = headers;
  return isSameOrigin({ site: typeof site === "string" ? site : undefined, origin, host }, publicOrigin);
}
