import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { evidenceFilesIn } from "#app/adapters/files/evidence-files.server";
import { setupSecretIn } from "#app/adapters/files/setup-secret.server";
import { uploadFilesIn } from "#app/adapters/files/upload-files.server";
import { listReader } from "#app/adapters/lists/list-reader.server";
import type { Log } from "#app/adapters/log.server";
import { catalogueOver } from "#app/adapters/own-catalogue";
import { passwords } from "#app/adapters/passwords.server";
import { linksFrom, randomId, randomSecret, sha256 } from "#app/adapters/secrets.server";
import { smtpMailer } from "#app/adapters/smtp-mailer.server";
import { threadPrinter } from "#app/adapters/threads/printer.server";
import { TrialDesk } from "#app/adapters/trials/trial-desk";
import { TrialThread } from "#app/adapters/trials/trial-threads.server";
import { clamdScanner } from "#app/adapters/virus-scanner.server";
import { findLanguage } from "#app/i18n/languages";
import { translator } from "#app/i18n/texts/i18n.server";
import { JobSignals } from "#app/jobs/signals";
import type { ServiceContext } from "#app/services/context/contexts";
import { openStore } from "#db/index";
import type { Store } from "#db/store";
import { dailyBackups } from "./backups/daily-backups";
import { databaseName } from "./backups/manifest";
import type { Config } from "./config.server";
import { openDataFolder } from "./start/data-folder";
import { openSecret } from "./start/secret";

/** What the running product is made of; one for the process, handed to every loader, action and job. */
export type AppContext = ServiceContext;

/**
 * Opens the store below `dataDir`, looks whether everything is in order, and puts it together. Close it with
 * `context.store.close()`.
 * @throws StartError or UnusableDatabaseError with what is wrong and what to do, for whoever starts it
 */
export async function openContext(config: Config, log: Log): Promise<AppContext & { readonly jobs: JobSignals }> {
  openDataFolder(config.dataDir);
  const store = await openStore(databaseIn(config), { maxMegabytes: config.databaseMaxMb });
  const secret = await openSecret(config.dataDir, store).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  return assemble(config, log, { store, secret });
}

/**
 * The same for looking only: the record is not changed, and no secret is asked for, since no link is shown.
 * @throws UnusableDatabaseError for a database that is not there, or of another version
 */
export async function openForVerifying(config: Config, log: Log): Promise<AppContext> {
  const store = await openStore(databaseIn(config), { isReadOnly: true });
  return assemble(config, log, { store, secret: randomBytes(32) });
}

const databaseIn = ({ dataDir }: Config) => `file:${join(dataDir, databaseName)}`;

function assemble(
  config: Config,
  log: Log,
  { store, secret }: { readonly store: Store; readonly secret: Buffer },
): AppContext & { readonly jobs: JobSignals } {
  return {
    store,
    catalogue: catalogueOver(store),
    config,
    clock: { now: () => new Date() },
    ids: { next: randomId, secret: randomSecret },
    links: linksFrom(secret),
    passwords,
    files: evidenceFilesIn(join(config.dataDir, "evidence")),
    scanner: config.clamdUrl ? clamdScanner(config.clamdUrl) : undefined,
    setupSecret: setupSecretIn(config.dataDir),
    jobs: new JobSignals(store),
    uploads: uploadFilesIn(join(config.dataDir, "imports")),
    backups: config.backups && dailyBackups(config.dataDir, config.backups),
    lists: listReader(),
    printer: threadPrinter(),
    // As many as there are cores in the smallest machine that it runs on.
    trials: new TrialDesk(
      [new TrialThread(databaseIn(config)), new TrialThread(databaseIn(config))],
      store.ratedAnswers.rated,
    ),
    mailer: config.smtpUrl ? smtpMailer(config.smtpUrl, { needsTls: config.smtpNeedsTls }) : undefined,
    sha256,
    t: (language) => translator(findLanguage(language)?.tag ?? "en"),
    log,
  };
}
