import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { builtInCatalogue } from "#app/adapters/built-in-catalogue";
import { evidenceFilesIn } from "#app/adapters/files/evidence-files.server";
import { setupSecretIn } from "#app/adapters/files/setup-secret.server";
import { uploadFilesIn } from "#app/adapters/files/upload-files.server";
import { listReader } from "#app/adapters/lists/list-reader.server";
import type { Log } from "#app/adapters/log.server";
import { passwords } from "#app/adapters/passwords.server";
import { linksFrom, randomId, randomSecret, readSecret, sha256 } from "#app/adapters/secrets.server";
import { smtpMailer } from "#app/adapters/smtp-mailer.server";
import { findLanguage } from "#app/i18n/languages";
import { translator } from "#app/i18n/texts/i18n.server";
import { JobSignals } from "#app/jobs/signals";
import type { ServiceContext } from "#app/services/context/contexts";
import { openStore } from "#db/index";
import type { Config } from "./config.server";

/** What the running product is made of; one for the process, handed to every loader, action and job. */
export type AppContext = ServiceContext;

/** Opens the store below `dataDir` and puts everything together. Close it with `context.store.close()`. */
export async function openContext(config: Config, log: Log): Promise<AppContext & { readonly jobs: JobSignals }> {
  mkdirSync(config.dataDir, { recursive: true });
  const store = await openStore(`file:${join(config.dataDir, "avow.sqlite")}`, { maxMegabytes: config.databaseMaxMb });
  return {
    store,
    catalogue: builtInCatalogue,
    config,
    clock: { now: () => new Date() },
    ids: { next: randomId, secret: randomSecret },
    links: linksFrom(readSecret(config.dataDir)),
    passwords,
    files: evidenceFilesIn(join(config.dataDir, "evidence")),
    setupSecret: setupSecretIn(config.dataDir),
    jobs: new JobSignals(store),
    uploads: uploadFilesIn(join(config.dataDir, "imports")),
    lists: listReader(),
    mailer: config.smtpUrl ? smtpMailer(config.smtpUrl) : undefined,
    sha256,
    t: (language) => translator(findLanguage(language)?.tag ?? "en"),
    log,
  };
}
