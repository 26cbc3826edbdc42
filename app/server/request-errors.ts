import type { ErrorRequestHandler, RequestHandler } from "express";
import type { Log } from "#app/adapters/log.server";
import { sendProblem } from "./plain-page";

const methods = new Set(["GET", "HEAD", "POST"]);
/** A name or an address with a port, as browsers write it: anything else would change what Remix takes for the path. */
const hostPattern = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/** 405 for what no page of ours is asked by, 400 for a host that cannot be one. */
export const refuseUnreadable: RequestHandler = (request, response, next) => {
  if (!methods.has(request.method)) {
    response.set("allow", [...methods].join(", "));
    return sendProblem(request, response, 405, "bad-request");
  }
  if (!hostPattern.test(request.headers.host ?? "")) return sendProblem(request, response, 400, "bad-request");
  next();
};

type RequestError = { readonly status?: unknown; readonly code?: unknown };

/** Whether who asked is at fault: an address that cannot be decoded, or one that is none. */
function isTheirs({ status, code }: RequestError): boolean {
  return code === "ERR_INVALID_URL" || (typeof status === "number" && status >= 400 && status < 500);
}

/**
 * Answers what went wrong outside of every page. Without it Express would write the error to stderr as it is, and the
 * message of one that cannot be decoded is the address, with the token in it.
 */
export function handleRequestErrors(log: Log): ErrorRequestHandler {
  return (error: RequestError, request, response, _next) => {
    if (!isTheirs(error)) log.error({ err: error, method: request.method, path: request.path }, "a request failed");
    if (response.headersSent) return void request.socket.destroy();
    if (isTheirs(error)) sendProblem(request, response, 400, "bad-request");
    else sendProblem(request, response, 500, "unexpected");
  };
}
