import { existsSync } from "node:fs";
import { join } from "node:path";
import { createLog } from "#app/adapters/log.server";
import { readConfig } from "#app/product/config.server";
import { openContext } from "#app/product/context.server";
import { asSystem } from "#app/services/context/callers";
import { operatorReset } from "#app/services/team/sign-in/reset/operator-reset";

const usage = "Usage: npm run reset-password -- EMAIL";

/** What whoever runs this can put right is a sentence and exit code 2, never a stack. */
function refuse(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}

/** Makes a link for a new password beside a server that runs, for somebody who cannot be helped from within. */
async function main(args: readonly string[]): Promise<void> {
  const [email] = args;
  if (email === undefined || args.length > 1) return refuse(usage);
  const config = readConfig();
  // Opening it would make an empty one.
  if (!existsSync(join(config.dataDir, "avow.sqlite"))) return refuse(`There is no database in ${config.dataDir}.`);
  const context = await openContext(config, createLog("error"));
  try {
    const made = await operatorReset(asSystem(context, "operator"), { email });
    if (!made) return refuse("Nobody with this address may sign in here.");
    process.stdout.write(`${made.link}\n`);
    process.stderr.write(`It works once, until ${made.until.toISOString().slice(0, 16).replace("T", " ")} UTC.\n`);
  } finally {
    await context.store.close();
  }
}

await main(process.argv.slice(2));
