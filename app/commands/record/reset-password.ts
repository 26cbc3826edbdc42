import { existsSync } from "node:fs";
import { join } from "node:path";
import { createLog } from "#app/adapters/log.server";
import { databaseName } from "#app/product/backups/manifest";
import { readConfig } from "#app/product/config.server";
import { openContext } from "#app/product/context.server";
import { asSystem } from "#app/services/context/callers";
import { operatorReset } from "#app/services/team/sign-in/reset/operator-reset";
import { report } from "./report";

/** Makes a link for a new password beside a server that runs, for somebody who cannot be helped from within. */
async function resetPassword(args: readonly string[]): Promise<void> {
  const [email] = args;
  if (email === undefined || args.length > 1) return report.refuse("Usage: npm run reset-password -- EMAIL");
  const config = readConfig();
  // Opening it would make an empty one.
  if (!existsSync(join(config.dataDir, databaseName))) {
    return report.refuse(`There is no database in ${config.dataDir}.`);
  }
  const context = await openContext(config, createLog("error"));
  try {
    const made = await operatorReset(asSystem(context, "operator"), { email });
    if (!made) return report.refuse("Nobody with this address may sign in here.");
    report.say(made.link);
    report.warn(`It works once, until ${made.until.toISOString().slice(0, 16).replace("T", " ")} UTC.`);
  } finally {
    await context.store.close();
  }
}

await report.run(() => resetPassword(process.argv.slice(2)));
