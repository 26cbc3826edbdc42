import * as build from "virtual:remix/server-build";
import { ConfigError, readConfig } from "#app/config.server";
import { openContext } from "#app/context.server";
import { createServer } from "./http";
import { createLog } from "./log";
import { closeOnSignals } from "./shutdown";

async function start() {
  const config = readConfig();
  // In any other mode Remix sends stack traces to the browser and skips its own safeguards.
  if (config.mode !== "production") throw new ConfigError("Start a built server with NODE_ENV=production.");
  const log = createLog(config.logLevel);
  const context = await openContext(config, log);
  const ready = () => context.store.ping().then(() => true);
  const server = createServer({ config, build, context, ready, log });
  // The store last: requests in flight still write to it.
  closeOnSignals((patienceMs) => server.close(patienceMs).finally(() => context.store.close()), log);
  const { url } = await server.listen();
  console.info(`Avow is ready at ${url}`);
}

start().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
