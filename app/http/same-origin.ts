import type { IncomingMessage } from "node:http";

/** What a browser says about where a request came from. */
type Provenance = { site?: string; origin?: string; host?: string };

/**
 * Whether a request that changes something came from a page of ours. Browsers always say; a program that says
 * nothing carries no cookies of a victim, so it passes. A page whose referrer policy a proxy has set to nothing sends
 * "null"; then the browser's own word for it, which no page can forge, is enough.
 */
export function isSameOrigin({ site, origin, host }: Provenance, publicOrigin: string): boolean {
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  if (origin === undefined) return true;
  if (origin === publicOrigin) return true;
  if (origin === "null") return site === "same-origin";
  if (!URL.canParse(origin)) return false;
  const said = new URL(origin);
  return said.origin === publicOrigin || said.host === host?.toLowerCase();
}

/** The same, asked of a request. */
export function isSameOriginRequest({ headers }: IncomingMessage, publicOrigin: string): boolean {
  const { "sec-fetch-site": site, origin, host } = headers;
  return isSameOrigin({ site: typeof site === "string" ? site : undefined, origin, host }, publicOrigin);
}
