import type { RequestHandler, Response } from "express";
import type { Config } from "#app/product/config.server";
import { sendProblem } from "#app/server/plain-page";
import { isForThisSite } from "./public-host";

type Origin = Pick<Config, "publicOrigin" | "isOriginSet">;

/** Marks what was asked for under another name than this site's; before everything else, since saves do not wait. */
export function markElsewhere({ publicOrigin, isOriginSet }: Origin): RequestHandler {
  if (!isOriginSet) return (_request, _response, next) => next();
  const { host } = new URL(publicOrigin);
  return (request, response, next) => {
    // HTTP/1.0 need not say a host; nothing that a browser speaks leaves it out.
    if (request.headers.host === undefined && request.httpVersion === "1.0") request.headers.host = host;
    response.locals.isElsewhere = !isForThisSite(request, publicOrigin);
    next();
  };
}

/** 421 for it, with the address that works. */
export function refuseElsewhere({ publicOrigin }: Origin): RequestHandler {
  return (request, response, next) =>
    response.locals.isElsewhere === true ? sendProblem(request, response, 421, "otherHost", publicOrigin) : next();
}

/**
 * What pages see of an address is the public one, whatever a proxy sent on; only after everybody who decides by what was sent.
 * Remix compares Origin with Host itself, and answers with nothing where a proxy changed one of them: by then it was decided.
 */
export function showPublicOrigin({ publicOrigin, isOriginSet }: Origin): RequestHandler {
  const { host } = new URL(publicOrigin);
  return ({ headers }, _response, next) => {
    delete headers.origin;
    if (isOriginSet) {
      headers.host = host;
      for (const name of ["x-forwarded-host", "x-forwarded-port"]) delete headers[name];
    }
    next();
  };
}

/** Remix answers some of its own errors with nothing at all. Nobody is ever shown an empty page. */
export const neverEmpty: RequestHandler = (request, response, next) => {
  const end = response.end;
  let hasBody = false;
  const write = response.write;
  response.write = function written(this: Response, ...args: unknown[]) {
    hasBody = true;
    return Reflect.apply(write, this, args);
  };
  response.end = function ended(this: Response, ...args: unknown[]) {
    response.end = end;
    response.write = write;
    const isEmpty = !hasBody && !(typeof args[0] === "string" || args[0] instanceof Uint8Array);
    if (isEmpty && response.statusCode >= 500 && !response.headersSent && request.method !== "HEAD") {
      sendProblem(request, response, response.statusCode, "unexpected");
      return response;
    }
    return Reflect.apply(end, this, args);
  };
  next();
};
