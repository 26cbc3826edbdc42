import { PassThrough } from "node:stream";
import * as product from "virtual:remix/server-build";
import {
  createReadableStreamFromReadable,
  type HandleDocumentRequestFunction,
  type ServerBuild,
} from "@remix-run/node";
import { Links, Meta, Outlet, RemixServer, Scripts, ScrollRestoration } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { createLog } from "#app/adapters/log.server";
import { readConfig } from "#app/product/config.server";
import { openContext } from "#app/product/context.server";
import { createServer } from "#app/server/http";

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

/** The answer as Remix's own entry gives it: a stream that begins with the shell. */
const drawAsRemix: HandleDocumentRequestFunction = (request, status, headers, remix) =>
  new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(<RemixServer context={remix} url={request.url} />, {
      onShellReady() {
        const body = new PassThrough();
        headers.set("content-type", "text/html");
        resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
        pipe(body);
      },
      onShellError: reject,
    });
  });

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

/** A Remix page with nothing on it, by the product's own server and entry: no loader, no text, no style. */
const emptyBuild: ServerBuild = {
  ...product,
  assets: { ...product.assets, routes: { root: manifestRoute("root"), empty: manifestRoute("empty", "root") } },
  routes: {
    root: { id: "root", path: "", module: { default: Document } },
    empty: { id: "empty", parentId: "root", path: "empty", module: { default: () => null } },
  },
};

async function serve(build: ServerBuild): Promise<void> {
  const config = readConfig();
  const log = createLog(config.logLevel);
  const context = await openContext(config, log);
  const server = createServer({ config, build, context, ready: () => true, log });
  const { url } = await server.listen();
  console.info(`ready at ${url}`);
}

/** The floor to compare pages with: an empty page as Remix draws it. Prints the address it listens on. */
export function runEmptyServer(): Promise<void> {
  return serve({ ...emptyBuild, entry: { module: { default: drawAsRemix } } });
}

/** A lower floor: the same page by our own entry, which makes one string of it. */
export function runEmptyServerOfOurs(): Promise<void> {
  return serve(emptyBuild);
}
