import * as build from "virtual:remix/server-build";
import { createLog } from "#app/adapters/log.server";
import { startLauncher } from "#app/jobs/launcher";
import { registry } from "#app/jobs/registry";
import { MissingHandlerError, startRunner } from "#app/jobs/runner";
import { startWorker } from "#app/jobs/worker";
import { type Config, ConfigError } from "#app/product/config.server";
import { type AppContext, openContext } from "#app/product/context.server";
import { countsPerMinute } from "./guards/request-limit";
import { createServer } from "./http";
import { closeOnSignals } from "./shutdown";

/** Without a mail server, mails are kept and can be read under Settings, Mail. */
function startMail(context: AppContext): { stop(): Promise<void> } {
  const { mailer } = context;
  if (!mailer) return { stop: async () => {} };
  const worker = startWorker(context);
  return { stop: () => worker.stop().finally(() => mailer.close()) };
}

/** Runs the product until it is told to stop, and says where. */
export async function serve(config: Config): Promise<{ url: string; context: AppContext }> {
  // In any other mode Remix sends stack traces to the browser and skips its own safeguards.
  if (config.mode !== "production") throw new ConfigError("Start a built server with NODE_ENV=production.");
  const log = createLog(config.logLevel);
  const context = await openContext(config, log);
  const runner = await startRunner(context, registry, { signals: context.jobs });
  const ready = () => context.store.ping().then(() => true);
  const requestCounts = countsPerMinute(config.rateLimitPerMinute, context.clock.now);
  const sharing = requestCounts.share(context.store, log);
  const server = createServer({ config, build, context, ready, log, requestCounts });
  const mail = startMail(context);
  const launcher = startLauncher(context);
  const close = async (patienceMs?: number) => {
    launcher.stop();
    await Promise.allSettled([server.close(patienceMs), mail.stop(), runner.stop(patienceMs), sharing.stop()]);
    // Last: requests and mails in flight still write to it.
    await context.store.close();
  };
  closeOnSignals(close, log);
  const { url } = await server.listen();
  console.info(`Avow is ready at ${url}`);
  return { url, context };
}

/** What could not start says why and ends; what somebody can put right needs no stack. */
export function failToStart(error: unknown): void {
  const isPlain = error instanceof ConfigError || error instanceof MissingHandlerError;
  console.error(isPlain ? error.message : error);
  process.exit(1);
}
