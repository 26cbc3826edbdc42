import { createReadableStreamFromReadable, createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { Request as AskedRequest, RequestHandler, Response as ServerAnswer } from "express";
import { addressKey } from "#app/http/limits/address-key";
import type { Config } from "#app/product/config.server";
import type { AppContext } from "#app/product/context.server";
import { splitBuild } from "./fast/split-build";
import { sendAnswer } from "./send-answer";

/** The pages as they were built, or a function that brings the newest (development). */
export type PagesBuild = ServerBuild | (() => Promise<ServerBuild>);

type PageParts = {
  readonly config: Config;
  readonly build: PagesBuild;
  readonly context: AppContext;
  /** Says in a page what went wrong with an address that has none; `told` is what the answer said for programs. */
  readonly sayProblem: (request: AskedRequest, response: ServerAnswer, status: number, told: string) => void;
};

/** Answers every address that a page or a file of ours has. */
export function pages(parts: PageParts): RequestHandler {
  const { build } = parts;
  if (typeof build === "function") return pagesOf(build, parts);
  const { builds, choose } = splitBuild(build);
  const handlers = builds.map((one) => pagesOf(one, parts));
  return (request, response, next) => handlers[choose(request.path)]?.(request, response, next);
}

function pagesOf(build: PagesBuild, { config, context, sayProblem }: PageParts): RequestHandler {
  const answer = createRequestHandler(build, config.mode);
  return (request, response, next) => {
    const loadContext = {
      cspNonce: String(response.locals.cspNonce),
      address: request.ip ?? "",
      network: addressKey(request.ip),
      form: typeof response.locals.form === "string" ? response.locals.form : undefined,
      context,
    };
    answer(remixRequest(request, response), loadContext)
      .then(async (made) => {
        if (isPageWanted(request, made)) sayProblem(request, response, made.status, await made.text());
        else await sendAnswer(response, made);
      })
      .catch(next);
  };
}

/** Whether a browser, whose person reads pages, is about to get a problem as a text for programs. */
function isPageWanted({ method, headers }: AskedRequest, { status, headers: made }: Response): boolean {
  if (status < 400 || method === "HEAD" || !headers.accept?.includes("text/html")) return false;
  return /^(?:application\/json|text\/plain)\b/.test(made.get("content-type") ?? "");
}

/** What was asked, as Remix takes it; its signal aborts when whoever asked has gone before the answer was there. */
function remixRequest(request: AskedRequest, response: ServerAnswer): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of [value ?? []].flat()) headers.append(name, one);
  }
  const left = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) left.abort();
  });
  const about = { method: request.method, headers, signal: left.signal };
  // Remix is asked by the full path.
  const url = `${request.protocol}://${hostOf(request)}${request.originalUrl}`;
  if (request.method === "GET" || request.method === "HEAD") return new Request(url, about);
  return new Request(url, { ...about, body: createReadableStreamFromReadable(request), duplex: "half" });
}

/** The host that was asked for, a trusted proxy's word first, with its port. */
function hostOf(request: AskedRequest): string {
  const ports = [request.get("x-forwarded-host"), request.get("host")].map((host) =>
    Number.parseInt(host?.split(":")[1] ?? "", 10),
  );
  const port = ports.find((one) => Number.isSafeInteger(one));
  return port === undefined ? request.hostname : `${request.hostname}:${port}`;
}
