import * as build from "virtual:remix/server-build";
import { ConfigError, readConfig } from "#app/config.server";
import { type AppContext, openContext } from "#app/context.server";
import { smtpMailer } from "#app/mail/mailer.server";
import { offerSetup } from "#app/services/operator/setup";
import { createServer } from "./http";
import { createLog } from "./log";
import { closeOnSignals } from "./shutdown";
import { startWorker } from "./worker";

/** Without a mail server, mails are kept and can be read under Settings, Mail. */
function startMail(context: AppContext): { stop(): Promise<void> } {
  if (!context.config.smtpUrl) return { stop: async () => {} };
  const mailer = smtpMailer(context.config.smtpUrl);
  const worker = startWorker(context, mailer);
  return { stop: () => worker.stop().finally(() => mailer.close()) };
}

async function start() {
  const config = readConfig();
  // In any other mode Remix sends stack traces to the browser and skips its own safeguards.
  if (config.mode !== "production") throw new ConfigError("Start a built server with NODE_ENV=production.");
  const log = createLog(config.logLevel);
  const context = await openContext(config, log);
  const ready = () => context.store.ping().then(() => true);
  const server = createServer({ config, build, context, ready, log });
  const mail = startMail(context);
  const close = async (patienceMs?: number) => {
    await Promise.allSettled([server.close(patienceMs), mail.stop()]);
    // Last: requests and mails in flight still write to it.
    await context.store.close();
  };
  closeOnSignals(close, log);
  const { url } = await server.listen();
  console.info(`Avow is ready at ${url}`);
  const setup = await offerSetup(context);
  if (setup) console.info(`Nobody uses it yet. Set it up, once, at ${setup}`);
}

start().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
