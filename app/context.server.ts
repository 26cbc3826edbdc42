import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "#app/config.server";
import { evidenceFilesIn } from "#app/evidence-files.server";
import { translator } from "#app/i18n/i18n.server";
import { findLanguage } from "#app/i18n/languages";
import { passwords } from "#app/passwords.server";
import { linksFrom, randomId, randomSecret, readSecret, sha256 } from "#app/secrets.server";
import type { Log } from "#app/server/log";
import type { ServiceContext } from "#app/services/context";
import { openStore } from "#db/index";

/** What the running product is made of; one for the process, handed to every loader, action and job. */
export type AppContext = ServiceContext;

/** Opens the store below `dataDir` and puts everything together. Close it with `context.store.close()`. */
export async function openContext(config: Config, log: Log): Promise<AppContext> {
  mkdirSync(config.dataDir, { recursive: true });
  const store = await openStore(`file:${join(config.dataDir, "avow.sqlite")}`, { maxMegabytes: config.databaseMaxMb });
  return {
    store,
    config,
    clock: { now: () => new Date() },
    ids: { next: randomId, secret: randomSecret },
    links: linksFrom(readSecret(config.dataDir)),
    passwords,
    files: evidenceFilesIn(join(config.dataDir, "evidence")),
    sha256,
    t: (language) => translator(findLanguage(language)?.tag ?? "en"),
    log,
  };
}
