import type { ServerBuild } from "@remix-run/node";
import { readConfig } from "#app/product/config.server";
import type { AppContext } from "#app/product/context.server";
import { type AvowServer, createServer, type ServerParts } from "#app/server/http";
import { quietLog } from "./quiet-log";

/** Pages for tests of what stands in front of them: `/echo` answers how many bytes reached it. */
export const echoBuild: ServerBuild = {
  mode: "production",
  basename: "/",
  publicPath: "/",
  assetsBuildDirectory: "build/client",
  isSpaMode: false,
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_lazyRouteDiscovery: true,
  },
  assets: { entry: { module: "", imports: [] }, routes: {}, url: "", version: "1" },
  entry: { module: { default: () => new Response("a page") } },
  routes: {
    root: { id: "root", path: "", module: { default: () => null } },
    echo: { id: "echo", parentId: "root", path: "echo", module: { default: undefined, loader: echo, action: echo } },
    import: { id: "import", parentId: "root", path: "suppliers/import", module: { default: undefined, action: echo } },
  },
};

async function echo({ request }: { request: Request }): Promise<Response> {
  const bytes = request.method === "GET" ? 0 : (await request.arrayBuffer()).byteLength;
  return Response.json({ bytes, host: new URL(request.url).host });
}

export type EchoServer = AvowServer & { url: string };

/** The real server on a free port, with the pages above and whatever settings a test names. */
export async function startEchoServer(
  environment: Record<string, string> = {},
  ready: () => boolean | Promise<boolean> = () => true,
  parts: Partial<ServerParts> = {},
): Promise<EchoServer> {
  const config = readConfig({ PORT: "0", NODE_ENV: "production", RATE_LIMIT_PER_MINUTE: "100000", ...environment });
  // The pages above ask nothing of the context, so nothing of it is made.
  const context = {} as AppContext;
  const server = createServer({ config, build: echoBuild, context, ready, log: quietLog, ...parts });
  const { url } = await server.listen();
  return { ...server, url };
}
