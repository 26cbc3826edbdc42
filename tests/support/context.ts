import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { evidenceFilesIn } from "#app/adapters/files/evidence-files.server";
import { setupSecretIn } from "#app/adapters/files/setup-secret.server";
import { uploadFilesIn } from "#app/adapters/files/upload-files.server";
import { catalogueOver } from "#app/adapters/own-catalogue";
import { passwords } from "#app/adapters/passwords.server";
import { linksFrom, sha256 } from "#app/adapters/secrets.server";
import { TrialDesk } from "#app/adapters/trials/trial-desk";
import { findLanguage } from "#app/i18n/languages";
import { translator } from "#app/i18n/texts/i18n.server";
import { printPaper } from "#app/paper/print-paper";
import { readConfig } from "#app/product/config.server";
import { asUser as asCaller, asVisitor } from "#app/services/context/callers";
import type { ServiceContext, TeamContext } from "#app/services/context/contexts";
import { eventMaker } from "#app/services/context/events";
import { startTeamSession } from "#app/services/team/sign-in/start-session";
import { readFile } from "#app/services/team/supplier-file/file/read-file";
import { readSheets } from "#app/services/team/supplier-file/workbook/read-sheets";
import { openStore } from "#db/index";
import type { Organisation, User } from "#db/records";
import { now as start } from "./factories";
import { quietLog } from "./quiet-log";
import { trialsHere } from "./trials";

export type TestContext = ServiceContext & {
  /** Moves the clock, which otherwise stands still. */
  later(hours: number): void;
};

/** Everything real but the clock, which stands still, the ids, which count, and jobs, which nobody does: a store in memory, true links and passwords. */
export async function testContext(environment: Record<string, string> = {}): Promise<TestContext> {
  let now = start;
  let counted = 0;
  const count = (digits: number) => {
    counted += 1;
    return String(counted).padStart(digits, "0");
  };
  const folder = mkdtempSync(join(tmpdir(), "avow-office-"));
  const fixed = { NODE_ENV: "production", PUBLIC_ORIGIN: "https://avow.example", DATA_DIR: folder };
  const config = readConfig({ ...fixed, ...environment });
  const store = await openStore(":memory:");
  const catalogue = catalogueOver(store);
  return {
    store,
    catalogue,
    config,
    clock: { now: () => now },
    ids: {
      next: () => `id-${count(6)}`,
      secret: () => `secret-${count(36)}`,
    },
    links: linksFrom(Buffer.alloc(32, 7)),
    passwords,
    files: evidenceFilesIn(join(config.dataDir, "evidence")),
    scanner: undefined,
    setupSecret: setupSecretIn(config.dataDir),
    jobs: { wake: () => {}, waitUntilEnded: async () => false },
    uploads: uploadFilesIn(join(config.dataDir, "imports")),
    backups: undefined,
    // In this thread: beginning one takes longer than most of these lists.
    lists: { read: readFile, sheets: readSheets },
    printer: { print: printPaper },
    trials: new TrialDesk([trialsHere({ store, catalogue })], store.ratedAnswers.rated),
    mailer: undefined,
    sha256,
    t: (language) => translator(findLanguage(language)?.tag ?? "en"),
    log: quietLog,
    later: (hours) => {
      now = new Date(now.getTime() + hours * 3_600_000);
    },
  };
}

/** The same world as seen by a signed-in person. */
export function asPerson(ctx: ServiceContext, person: { user: User; organisation: Organisation }): TeamContext {
  return asCaller(ctx, { ...person, language: "en" });
}

/** A session of somebody whose password nobody knows. */
export function sessionOf(ctx: ServiceContext, user: Pick<User, "org" | "id" | "name">): Promise<string> {
  return startTeamSession(ctx, eventMaker(asVisitor(ctx, "en")), user);
}
