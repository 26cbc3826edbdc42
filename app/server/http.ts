import { createServer as createNodeServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { constants } from "node:zlib";
import compression from "compression";
import express, { type Express, type Request, type RequestHandler } from "express";
import type { Log } from "#app/adapters/log.server";
import { withoutToken } from "#app/adapters/log.server";
import type { RequestCounts } from "#app/adapters/request-counts.server";
import { answerApi } from "#app/api/answer-api";
import type { Config } from "#app/product/config.server";
import type { AppContext } from "#app/product/context.server";
import { questionSaves } from "#app/router/fast/question-saves";
import { type PagesBuild, pages } from "#app/router/request-handler";
import { type ConnectionLimits, connectionLimits, limitConnections, requestMs } from "./connections/connections";
import { addFiles } from "./files";
import { bodyLimit } from "./guards/body-limit";
import { markElsewhere, neverEmpty, refuseElsewhere, showPublicOrigin } from "./guards/one-origin";
import { countsPerMinute, requestLimit } from "./guards/request-limit";
import { sameOrigin } from "./guards/same-origin";
import { securityHeaders } from "./guards/security-headers";
import { requestShare } from "./guards/shares";
import { wholeLinks } from "./guards/whole-links";
import { addHealth } from "./health/health";
import type { Measures } from "./metrics/measures";
import { addMetrics, cameThroughProxy } from "./metrics/show-metrics";
import { sendProblemOfFile } from "./plain-page";
import { handleRequestErrors, refuseUnreadable } from "./request-errors";

export type ServerParts = {
  config: Config;
  build: PagesBuild;
  context: AppContext;
  /** Whether requests can be served now, e.g. the store answers. */
  ready: () => boolean | Promise<boolean>;
  log: Log;
  /** Folder of built browser files; relative names count from the working directory. */
  clientDirectory?: string;
  /** Other limits than those of the product. */
  limits?: Partial<ConnectionLimits>;
  shares?: Parameters<typeof requestShare>[0];
  /** What requests are counted by; without it this server counts for itself. */
  requestCounts?: RequestCounts;
  /** What is measured and shown at `/metrics`; without it nothing is. */
  measures?: Measures;
  /** Put before everything else; development puts Vite here. */
  first?: RequestHandler;
};

export type AvowServer = {
  app: Express;
  /** Listens on the port and host of the config and says where; port 0 takes a free one. */
  listen(): Promise<{ port: number; url: string }>;
  /** Waits for requests in flight, at most `patienceMs` milliseconds, then cuts the rest. */
  close(patienceMs?: number): Promise<void>;
};

/** The whole HTTP side of the product; nothing listens until `listen` is called. */
export function createServer(parts: ServerParts): AvowServer {
  const app = express();
  app.disable("x-powered-by");
  // Express marks all that it sends by what is in it; of somebody's own page that would tell others whether it changed.
  app.disable("etag");
  app.set("trust proxy", parts.config.trustProxy);
  if (parts.first) app.use(parts.first);
  if (parts.measures) app.use(parts.measures.count, rememberProxy);
  if (!parts.config.trustProxy) app.use(dropForwarded);
  const { rateLimitPerMinute } = parts.config;
  const counts = parts.requestCounts ?? countsPerMinute(rateLimitPerMinute);
  const limit = requestLimit(rateLimitPerMinute, counts);
  app.use(markElsewhere(parts.config));
  // Before hosts are looked at: load balancers ask after health in HTTP/1.0, which names none. And before everything that is
  // refused to whoever asks too much.
  addHealth(app, parts);
  app.use(requestShare(parts.shares), ...questionSaves({ ...parts, limit }), ...securityHeaders(parts.config));
  if (parts.measures) addMetrics(app, parts.measures, { token: parts.config.metricsToken, log: parts.log });
  // Before what is meant for browsers: no cookie opens it, so that no other site can use one, and it says everything as JSON.
  app.use(
    "/api/v1",
    compressIf(() => true),
    answerApi({ ...parts, limit, countKey: (key) => counts.increment(key) }),
  );
  app.use(refuseUnreadable, refuseElsewhere(parts.config), wholeLinks);
  const reading = new Set(["GET", "HEAD"]);
  app.use(compressIf(({ method }) => reading.has(method)));
  addFiles(app, parts.clientDirectory ?? "build/client");
  app.use(logRequests(parts.log), ...limit.refuse, bodyLimit(), sameOrigin(parts.config.publicOrigin));
  app.all(
    "*",
    keptNowhere,
    showPublicOrigin(parts.config),
    neverEmpty,
    compressIf(({ method }) => !reading.has(method)),
    pages({ ...parts, sayProblem: sendProblemOfFile }),
  );
  app.use(handleRequestErrors(parts.log));
  const limits = { ...connectionLimits, ...parts.limits };
  const { headersMs } = limits;
  const times = { requestTimeout: requestMs, headersTimeout: headersMs, connectionsCheckingInterval: headersMs / 5 };
  const server = createNodeServer(times, app);
  limitConnections(server, limits, parts.config.trustProxy > 0);
  return { app, listen: () => listen(server, parts.config), close: (patienceMs) => close(server, patienceMs) };
}

const rememberProxy: RequestHandler = (request, response, next) => {
  response.locals.cameThroughProxy = request.path === "/metrics" && cameThroughProxy(request);
  next();
};

// Anyone can write these headers, and Remix believes X-Forwarded-Host from everybody.
const dropForwarded: RequestHandler = (request, _response, next) => {
  for (const name of Object.keys(request.headers)) if (name.startsWith("x-forwarded-")) delete request.headers[name];
  next();
};

/** Preparing to compress costs something on every request; a save that ends in a redirect has nothing to compress. */
function compressIf(wanted: (request: Request) => boolean): RequestHandler {
  const compress = compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } } });
  return (request, response, next) => (wanted(request) ? compress(request, response, next) : next());
}

function logRequests(log: Log): RequestHandler {
  if (!log.isLevelEnabled("debug")) return (_request, _response, next) => next();
  return (request, response, next) => {
    const start = performance.now();
    response.on("finish", () => {
      const ms = Math.round(performance.now() - start);
      log.debug(
        { method: request.method, path: withoutToken(request.path), status: response.statusCode, ms },
        "request",
      );
    });
    next();
  };
}

// Nearly every page is somebody's own: what may be kept after all says so itself.
const keptNowhere: RequestHandler = (_request, response, next) => {
  response.set("cache-control", "no-store");
  next();
};

function listen(server: Server, { port, host }: Config): Promise<{ port: number; url: string }> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      const taken = (server.address() as AddressInfo).port;
      const name = host === "127.0.0.1" || host === "0.0.0.0" || host === "::" ? "localhost" : host;
      resolve({ port: taken, url: `http://${name}:${taken}` });
    });
  });
}

function close(server: Server, patienceMs = 10_000): Promise<void> {
  return new Promise((resolve, reject) => {
    const cut = setTimeout(() => server.closeAllConnections(), patienceMs);
    // A connection that has just answered would be kept open for a next request.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    server.close((error) => {
      clearTimeout(cut);
      clearInterval(sweep);
      error ? reject(error) : resolve();
    });
  });
}
