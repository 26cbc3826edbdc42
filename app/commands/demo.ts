import { createLog } from "#app/adapters/log.server";
import { readConfig } from "#app/product/config.server";
import { failToStart, serve } from "#app/server/serve";
import { makeDemoFolder } from "./demo/folder";
import { demoPassword, demoPeople } from "./demo/people";
import { demoLinks } from "./demo/tour";

/** Serves the product over a made world, in a data folder of its own. */
async function demo() {
  // Nothing of the made world may reach a mailbox, whatever else this machine is set up for.
  const config = { ...readConfig(undefined, { DATA_DIR: "./data/demo" }), smtpUrl: undefined, isDemo: true };
  console.info(`The demo lives in ${config.dataDir}. The first start makes its world; this takes a few seconds.`);
  const made = await makeDemoFolder(config, createLog("error"));
  if (!made) console.info("It was made before and is used as it was left. Delete the folder to begin anew.");
  const { url, context } = await serve(config);
  console.info(`\nSign in at ${url}/login`);
  for (const [role, { email }] of Object.entries(demoPeople)) console.info(`  ${role.padEnd(8)} ${email}`);
  console.info("  The admin and the analyst see answers on North Korean labour; the buyer and the viewer do not.");
  console.info(`  password ${demoPassword}   (everybody's, and for the demo only)\n\nAs suppliers see it:`);
  for (const { language, link } of await demoLinks(context)) console.info(`  ${language.padEnd(8)} ${link}`);
  console.info("\nEvery company, person and answer is invented.");
}

demo().catch(failToStart);
