// The development server: the product's own server with Vite in front, so that a saved file is seen at once.
import { createServer as createVite } from "vite";

const vite = await createVite({
  configFile: "remix.config.js",
  server: { middlewareMode: true },
  appType: "custom",
});
const [{ readConfig }, { openContext }, { createLog }, { createServer }, { startRunner }, { pausedKinds, registry }] =
  await Promise.all(
    [
      "/app/product/config.server.ts",
      "/app/product/context.server.ts",
      "/app/adapters/log.server.ts",
      "/app/server/http.ts",
      "/app/jobs/runner.ts",
      "/app/jobs/registry.ts",
    ].map((file) => vite.ssrLoadModule(file)),
  );
const config = readConfig();
const log = createLog(config.logLevel);
const context = await openContext(config, log);
await startRunner(context, registry, { signals: context.jobs, paused: pausedKinds(context) });
const server = createServer({
  config,
  build: () => vite.ssrLoadModule("virtual:remix/server-build"),
  context,
  ready: () => true,
  log,
  clientDirectory: "public",
  first: vite.middlewares,
});
const { url } = await server.listen();
console.info(`Avow is ready at ${url} (development)`);
