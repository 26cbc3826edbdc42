import * as build from "virtual:remix/server-build";
import { createLog } from "#app/adapters/log.server";
import { startLauncher } from "#app/jobs/launcher";
import { startSweeper } from "#app/jobs/sweeper";
import { startWorker } from "#app/jobs/worker";
import { type Config, ConfigError } from "#app/product/config.server";
import { type AppContext, openContext } from "#app/product/context.server";
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
  const ready = () => context.store.ping().then(() => true);
  const server = createServer({ config, build, context, ready, log });
  const mail = startMail(context);
  const sweeper = startSweeper(context);
  const launcher = startLauncher(context);
  const close = async (patienceMs?: number) => {
    launcher.stop();
    await Promise.allSettled([server.close(patienceMs), mail.stop(), sweeper.stop()]);
    // Last: requests and mails in flight still write to it.
    await context.store.close();
  };
  closeOnSignals(close, log);
  const { url } = await server.listen();
  console.info(`Avow is ready at ${url}`);
  return { url, context };
}

/** What could not start says why and ends; a setting that cannot be used needs no stack. */
export function failToStart(error: unknown): void {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}
