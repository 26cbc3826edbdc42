import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";
import { ipKeyGenerator } from "express-rate-limit";
import type { Config } from "#app/product/config.server";
import type { AppContext } from "#app/product/context.server";
import { splitBuild } from "./fast/split-build";

/** The pages as they were built, or a function that brings the newest (development). */
export type PagesBuild = ServerBuild | (() => Promise<ServerBuild>);

type PageParts = { readonly config: Config; readonly build: PagesBuild; readonly context: AppContext };

/** Answers every address that a page or a file of ours has. */
export function pages(parts: PageParts): RequestHandler {
  const { build } = parts;
  if (typeof build === "function") return pagesOf(build, parts);
  const { builds, choose } = splitBuild(build);
  const handlers = builds.map((one) => pagesOf(one, parts));
  return (request, response, next) => handlers[choose(request.path)]?.(request, response, next);
}

function pagesOf(build: PagesBuild, { config, context }: PageParts): RequestHandler {
  return createRequestHandler({
    build,
    mode: config.mode,
    getLoadContext: (request, response) => ({
      cspNonce: String(response.locals.cspNonce),
      address: request.ip ?? "",
      network: request.ip ? ipKeyGenerator(request.ip, 64) : "",
      form: typeof response.locals.form === "string" ? response.locals.form : undefined,
      context,
    }),
  });
}
