import * as build from "virtual:remix/server-build";
import { createLog } from "#app/adapters/log.server";
import { pausedKinds, registry } from "#app/jobs/registry";
import { MissingHandlerError, startRunner } from "#app/jobs/runner";
import { type Config, ConfigError } from "#app/product/config.server";
import { type AppContext, openContext } from "#app/product/context.server";
import { StartError } from "#app/product/start/start-error";
import { asSystem } from "#app/services/context/callers";
import { tryMails } from "#app/services/mails/try-mails";
import { UnusableDatabaseError } from "#db/errors";
import { countsPerMinute } from "./guards/request-limit";
import { descriptorCheck } from "./health/descriptors";
import { createServer } from "./http";
import { makeMeasures } from "./metrics/measures";
import { closeOnSignals } from "./shutdown";

/** Runs the product until it is told to stop, and says where. */
export async function serve(config: Config): Promise<{ url: string; context: AppContext }> {
  // In any other mode Remix sends stack traces to the browser and skips its own safeguards.
  if (config.mode !== "production") throw new ConfigError("Start a built server with NODE_ENV=production.");
  const log = createLog(config.logLevel);
  const context = await openContext(config, log);
  await tryMails(asSystem(context, "mail"), {});
  const runner = await startRunner(context, registry, { signals: context.jobs, paused: pausedKinds(context) });
  const hasDescriptors = descriptorCheck(log);
  const ready = async () => {
    await context.store.ping();
    return hasDescriptors();
  };
  const requestCounts = countsPerMinute(config.rateLimitPerMinute, context.clock.now);
  const sharing = requestCounts.share(context.store, log);
  const server = createServer({ config, build, context, ready, log, requestCounts, measures: makeMeasures(context) });
  const close = async (patienceMs?: number) => {
    await Promise.allSettled([server.close(patienceMs), runner.stop(patienceMs), sharing.stop()]);
    context.mailer?.close();
    // Last: requests and jobs at work still write to it.
    await context.store.close();
  };
  closeOnSignals(close, log);
  const { url } = await server.listen();
  console.info(`Avow is ready at ${url}`);
  return { url, context };
}

/** What could not start says why and ends; what somebody can put right needs no stack. */
export function failToStart(error: unknown): void {
  const plain = [ConfigError, MissingHandlerError, StartError, UnusableDatabaseError];
  const isPlain = error instanceof Error && plain.some((kind) => error instanceof kind);
  console.error(isPlain ? error.message : error);
  process.exit(1);
}
