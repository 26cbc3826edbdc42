import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "avow-opened-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("four programs that open a new database at once all find it in shape", { timeout: 60_000 }, async () => {
  const file = join(folder, "new.db");
  const script = `import { openStore } from "#db/index"; const s = await openStore("file:${file}"); await s.ping(); await s.close();`;
  const cwd = fileURLToPath(new URL("../../..", import.meta.url));
  const run = () =>
    new Promise<number | null>((resolve) => {
      const args = ["--import", "tsx", "--input-type=module", "--eval", script];
      spawn(process.execPath, args, { stdio: "inherit", cwd }).on("close", resolve);
    });
  expect(await Promise.all([run(), run(), run(), run()])).toEqual([0, 0, 0, 0]);
});
