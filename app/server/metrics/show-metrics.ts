import { createHash, timingSafeEqual } from "node:crypto";
import type { Express, Request } from "express";
import type { Log } from "#app/adapters/log.server";
import { isLoopback } from "#app/server/guards/public-host";
import type { Measures } from "./measures";

/** What a proxy adds, one or another. Whoever comes through one is not on this machine, although the connection is. */
const forwarded = ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip"];

/** Remembers whether a request came through a proxy, before anybody takes such headers away. */
export function cameThroughProxy({ headers, httpVersion }: Request): boolean {
  // nginx adds nothing unless it is told to, and speaks HTTP/1.0 then.
  return httpVersion === "1.0" || forwarded.some((name) => headers[name] !== undefined);
}

function isFromHere({ socket, headers }: Request): boolean {
  const address = (socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  const [name = ""] = /^(?:\[[^\]]*\]|[^:]*)/.exec(headers.host ?? "") ?? [];
  return isLoopback(address.includes(":") ? `[${address}]` : address) && isLoopback(name);
}

function hasToken({ headers }: Request, token: string | undefined): boolean {
  const [, given] = /^Bearer +(\S+)$/i.exec(headers.authorization ?? "") ?? [];
  if (token === undefined || given === undefined) return false;
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

/** `/metrics`, for programs on this machine and whoever has the token. Everybody else is told nothing. */
export function addMetrics(app: Express, measures: Measures, { token, log }: { token?: string; log: Log }): void {
  app.get("/metrics", async (request, response) => {
    response.type("text").set("cache-control", "no-store");
    const isOpen = hasToken(request, token) || (isFromHere(request) && response.locals.cameThroughProxy !== true);
    if (!isOpen) return void response.status(403).send("closed\n");
    try {
      const { text, type } = await measures.read();
      response.set("content-type", type).send(text);
    } catch (error) {
      log.error({ err: error }, "could not measure");
      response.status(503).send("not readable now\n");
    }
  });
}
