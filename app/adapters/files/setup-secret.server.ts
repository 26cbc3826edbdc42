import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SetupSecret } from "#app/services/context/resources/setup-secret";

/** Kept in `DATA_DIR/setup`, readable by its owner only, so that a restart prints the same address. */
export function setupSecretIn(dataDir: string): SetupSecret {
  const file = join(dataDir, "setup");
  const used = `${file}.used`;
  const read = () => readFileSync(file, "utf8").trim();
  return {
    async offer(make) {
      if (!existsSync(file)) {
        mkdirSync(dataDir, { recursive: true });
        writeFileSync(file, make(), { mode: 0o600 });
        chmodSync(file, 0o600);
      }
      return read();
    },
    read: async () => (existsSync(file) ? read() : undefined),
    async use(work) {
      // Of two who send the page at once, only one can move the file.
      try {
        renameSync(file, used);
      } catch {
        return "used";
      }
      try {
        const done = await work();
        rmSync(used, { force: true });
        return done;
      } catch (error) {
        if (existsSync(used)) renameSync(used, file);
        throw error;
      }
    },
  };
}
