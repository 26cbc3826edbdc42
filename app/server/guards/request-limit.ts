import type { Request, RequestHandler, Response } from "express";
import { rateLimit } from "express-rate-limit";
import { RequestCounts } from "#app/adapters/request-counts.server";
import { addressKey } from "#app/http/limits/address-key";
import { sendProblem } from "#app/server/plain-page";

const windowMs = 60_000;

/** Counts of requests as they are limited: in whole minutes. */
export function countsPerMinute(limit: number, now: () => Date = () => new Date()): RequestCounts {
  return new RequestCounts({ windowMs, limit, now });
}

export type RequestLimit = {
  /** Counts a request and lets it through; whoever comes after asks `isTooMuch`. */
  readonly count: RequestHandler;
  /** Whether the address of a counted request asks too often, or for too much at once. */
  readonly isTooMuch: (response: Response) => boolean;
  /** Counts a request that was not counted yet, and refuses whose address asks too often. */
  readonly refuse: readonly RequestHandler[];
};

/** One limit for all ways that a request can take: each request counts once. */
export function requestLimit(limit: number, counts: RequestCounts): RequestLimit {
  const addressOf = ({ ip }: Request) => addressKey(ip);
  const refuse = rateLimit({
    windowMs,
    limit,
    legacyHeaders: false,
    keyGenerator: addressOf,
    store: counts.forLimiter(),
    standardHeaders: "draft-8",
    skip: (_request, response) => response.locals.counted === true,
    handler: (request, response) => sendProblem(request, response, 429, "tooMany"),
  });
  const isTooMuch = ({ locals }: Response) => locals.tooOften === true || locals.noPlace === true;
  return {
    isTooMuch,
    // Without the library, whose promises cost as much as a statement of the database: most requests are saves.
    count: (request, response, next) => {
      response.locals.counted = true;
      response.locals.tooOften = counts.increment(addressOf(request)).totalHits > limit;
      next();
    },
    refuse: [
      (request, response, next) => (isTooMuch(response) ? sendProblem(request, response, 429, "tooMany") : next()),
      refuse,
    ],
  };
}
