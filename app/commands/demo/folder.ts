import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Log } from "#app/adapters/log.server";
import { type Config, ConfigError } from "#app/product/config.server";
import { openContext } from "#app/product/context.server";
import { buildWorld } from "./world";

/** Says that a data folder is a demo's, and whether its world is finished. */
const markOf = (dataDir: string) => join(dataDir, "demo");
const begun = "begun\n";
const finished = "finished\n";

/**
 * Makes the demo's data folder, or leaves a finished one as it is; one that was begun and not finished is begun anew.
 * @returns whether a world was made
 * @throws ConfigError for a folder with anything in it that is not a demo's: nobody's data is ever mixed with made-up data
 */
export async function makeDemoFolder(config: Config, log: Log): Promise<boolean> {
  const { dataDir } = config;
  const mark = markOf(dataDir);
  const state = existsSync(mark) ? readFileSync(mark, "utf8") : undefined;
  if (state === finished) return false;
  if (state === undefined && existsSync(dataDir) && readdirSync(dataDir).length > 0) {
    throw new ConfigError(`${dataDir} is not a demo's folder, and is left alone. Name an empty one in DATA_DIR.`);
  }
  mkdirSync(dataDir, { recursive: true });
  // Our own mark stands there, so everything beside it is what an earlier attempt left.
  for (const name of readdirSync(dataDir)) if (name !== "demo") rmSync(join(dataDir, name), { recursive: true });
  writeFileSync(mark, begun);
  const context = await openContext(config, log);
  try {
    await buildWorld(context);
  } finally {
    await context.store.close();
  }
  writeFileSync(mark, finished);
  return true;
}
