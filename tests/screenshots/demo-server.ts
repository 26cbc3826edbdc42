import { once } from "node:events";
import { type AddressInfo, createServer as createListener } from "node:net";
import * as build from "virtual:remix/server-build";
import { createLog } from "#app/adapters/log.server";
import { makeDemoFolder } from "#app/commands/demo/folder";
import { readConfig } from "#app/product/config.server";
import { openContext } from "#app/product/context.server";
import { createServer } from "#app/server/http";
import type { ServiceContext } from "#app/services/context/contexts";
import { demoToday } from "#tests/support/demo-day";

export type DemoServer = { readonly url: string; readonly context: ServiceContext; close(): Promise<void> };

async function freePort(): Promise<number> {
  const listener = createListener().listen(0, "127.0.0.1");
  await once(listener, "listening");
  const { port } = listener.address() as AddressInfo;
  listener.close();
  await once(listener, "close");
  return port;
}

/** The product over a new demo, on a free port. Its clock stands still on the demo's own day, so that pictures do too. */
export async function demoServer(dataDir: string): Promise<DemoServer> {
  const config = readConfig({
    NODE_ENV: "production",
    DATA_DIR: dataDir,
    PORT: String(await freePort()),
    RATE_LIMIT_PER_MINUTE: "100000",
  });
  const log = createLog("error");
  await makeDemoFolder(config, log);
  const opened = await openContext(config, log);
  const context = { ...opened, clock: { now: () => demoToday } };
  const ready = () => context.store.ping().then(() => true);
  const server = createServer({ config, build, context, ready, log });
  const { url } = await server.listen();
  return {
    url,
    context,
    close: async () => {
      await server.close(1_000);
      await context.store.close();
    },
  };
}
