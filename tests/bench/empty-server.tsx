import * as product from "virtual:remix/server-build";
import type { ServerBuild } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration } from "@remix-run/react";
import { readConfig } from "#app/config.server";
import { openContext } from "#app/context.server";
import { createServer } from "#app/server/http";
import { createLog } from "#app/server/log";

/** The document as Remix's own template has it. */
function Document() {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        <Outlet />
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

function manifestRoute(id: string, parentId?: string): ServerBuild["assets"]["routes"][string] {
  return {
    id,
    parentId,
    path: parentId ? id : "",
    module: product.assets.routes.root?.module ?? "",
    imports: product.assets.routes.root?.imports,
    hasAction: false,
    hasLoader: false,
    hasClientAction: false,
    hasClientLoader: false,
    hasErrorBoundary: false,
  };
}

/** A Remix page with nothing on it, served by the product's own server and entry: no loader, no text, no style. */
const emptyBuild: ServerBuild = {
  ...product,
  assets: { ...product.assets, routes: { root: manifestRoute("root"), empty: manifestRoute("empty", "root") } },
  routes: {
    root: { id: "root", path: "", module: { default: Document } },
    empty: { id: "empty", parentId: "root", path: "empty", module: { default: () => null } },
  },
};

/** The floor to compare pages with. Prints the address it listens on. */
export async function runEmptyServer(): Promise<void> {
  const config = readConfig();
  const log = createLog(config.logLevel);
  const context = await openContext(config, log);
  const server = createServer({ config, build: emptyBuild, context, ready: () => true, log });
  const { url } = await server.listen();
  console.info(`ready at ${url}`);
}
