import type { Request, RequestHandler, Response } from "express";
import { Problem } from "#app/domain/problem";
import type { AppContext } from "#app/product/context.server";
import { sendAnswer } from "#app/router/send-answer";
import type { RequestLimit } from "#app/server/guards/request-limit";
import { noteRefusal } from "#app/services/team/trail/note-refusal";
import { type Endpoint, matchPath } from "./endpoint";
import { endpoints } from "./endpoints";
import { openTo } from "./openapi/open-addresses";
import { ApiProblem } from "./problems/api-problem";
import { apiProblemOf, sendProblem } from "./problems/send-problem";
import { answerTo } from "./request/answer-to";
import { openRequest } from "./request/open-request";

/** Requests that a key may make in a minute, over all processes. */
const keyLimitPerMinute = 600;

type Parts = {
  readonly context: AppContext;
  /** The limit of addresses, which holds here too. */
  readonly limit: RequestLimit;
  /** Counts one more request of a key. */
  readonly countKey: (key: string) => { readonly totalHits: number; readonly resetTime: Date };
};

/** Answers everything below `/api/v1`: with JSON, and with problem details where it is refused. */
export function answerApi(parts: Parts): RequestHandler {
  return (request, response) => {
    response.set({ "cache-control": "no-store", "x-content-type-options": "nosniff" });
    parts.limit.count(request, response, () => undefined);
    answer(parts, request, response).catch((thrown: unknown) => {
      sendProblem(response, apiProblemOf(thrown, request.method, parts.context.log));
    });
  };
}

async function answer(parts: Parts, request: Request, response: Response): Promise<void> {
  if (response.locals.isElsewhere === true) throw new ApiProblem(421, "other-host");
  if (parts.limit.isTooMuch(response)) throw tooOften(60);
  const open = openTo(request);
  if (open !== undefined) {
    response.type("json").end(open);
    return;
  }
  const { endpoint, path } = find(request);
  const { id, scopes, ctx } = await openRequest(parts.context, request);
  requireRoom(parts, id);
  const refuse = (permission: string) => noteRefusal(ctx, { permission });
  if (!scopes.includes(endpoint.scope)) {
    await refuse(endpoint.scope);
    throw new ApiProblem(403, "not-allowed");
  }
  requireAccepted(request, endpoint);
  try {
    const made = await answerTo({ request, endpoint, path, ctx, key: id });
    await sendAnswer(response, made);
  } catch (error) {
    if (error instanceof Problem && error.code === "not-allowed") await refuse(String(error.params.permission ?? ""));
    throw error;
  }
}

function tooOften(seconds: number): ApiProblem {
  return new ApiProblem(429, "too-often", { headers: { "retry-after": String(seconds) } });
}

/** @throws ApiProblem 429 for a key that asks too often */
function requireRoom({ countKey, context }: Parts, key: string): void {
  const { totalHits, resetTime } = countKey(`key ${key}`);
  const seconds = Math.ceil((resetTime.getTime() - context.clock.now().getTime()) / 1_000);
  if (totalHits > keyLimitPerMinute) throw tooOften(Math.max(1, seconds));
}

/** What is asked for. @throws ApiProblem 404, or 405 with the methods that there are */
function find({ path: asked, method }: Request): { endpoint: Endpoint; path: Readonly<Record<string, string>> } {
  const parts = decoded(asked);
  const there = endpoints.flatMap((endpoint) => {
    const path = matchPath(endpoint.path, parts);
    return path ? [{ endpoint, path }] : [];
  });
  if (there.length === 0) throw new ApiProblem(404, "not-found");
  // What is written in full comes before what takes anything.
  const own = there.filter(({ endpoint }) => endpoint.method === method);
  const [found] = own.sort((one, other) => Object.keys(one.path).length - Object.keys(other.path).length);
  if (found) return found;
  const allow = [...new Set(there.map(({ endpoint }) => endpoint.method))].join(", ");
  throw new ApiProblem(405, "method-not-allowed", { headers: { allow } });
}

/** The parts of a path. A slash that was encoded stands in its part: a buyer's own number may have one. */
function decoded(path: string): readonly string[] {
  try {
    return path.split("/").map(decodeURIComponent);
  } catch {
    throw new ApiProblem(400, "bad-request");
  }
}

/** @throws ApiProblem 406 where the answer is of no type that is accepted */
function requireAccepted(request: Request, { answer: made }: Endpoint): void {
  const type = made.kind === "file" ? made.type : "application/json";
  if (!request.accepts(type)) throw new ApiProblem(406, "not-acceptable");
}
