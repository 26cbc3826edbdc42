import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import { createLog } from "#app/adapters/log.server";
import { readSecret, secretCheck } from "#app/adapters/secrets.server";
import { databaseName } from "#app/product/backups/manifest";
import { readConfig } from "#app/product/config.server";
import { openContext } from "#app/product/context.server";
import { asSystem } from "#app/services/context/callers";
import { renewLinks } from "#app/services/installation/renew-links";
import { isInUse, openStore } from "#db/index";
import { report } from "./report";

const usage = "Usage: npm run new-secret [-- --mail]   (--mail: sends their new link to all who can still answer)";

/** Makes another secret where the one that links were made with is lost, or was read by others, and all links anew. */
async function newSecret(args: readonly string[]): Promise<void> {
  if (args.some((arg) => arg !== "--mail")) return report.refuse(usage);
  const config = readConfig();
  const database = join(config.dataDir, databaseName);
  if (!existsSync(database)) return report.refuse(`There is no database in ${config.dataDir}.`);
  // A program that runs goes on making links with the old one.
  if (isInUse(`file:${database}`)) return report.refuse("Stop the program first: it has the database open.");
  const file = join(config.dataDir, "secret");
  if (existsSync(file)) {
    const kept = `${file}-until-${new Date().toISOString().slice(0, 19).replaceAll(":", "-")}Z`;
    renameSync(file, kept);
    report.warn(`The old secret is kept as ${kept}: backups from before belong to it. Put it away.`);
  }
  const check = secretCheck(readSecret(config.dataDir));
  const store = await openStore(`file:${database}`);
  await store.upkeep.keepFact("secret-check", check);
  await store.close();
  const context = await openContext(config, createLog("error"));
  try {
    // Until all is renewed no start is possible, and this command can be run again.
    await context.store.upkeep.keepFact("secret-check", "being renewed");
    const { links, mails, secondFactors } = await renewLinks(asSystem(context, "operator"), {
      mails: args.includes("--mail"),
    });
    await context.store.upkeep.keepFact("secret-check", check);
    report.say(`There is a new secret, and ${links} new links; ${mails} of them are sent once the program runs.`);
    report.say(`${secondFactors} people have to set up their second factor again.`);
    report.say(`Copy ${file} to where the old one was kept apart from the backups.`);
  } finally {
    await context.store.close();
  }
}

await report.run(() => newSecret(process.argv.slice(2)));
