import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const start = "avow-tests-";

/**
 * Every folder that a test makes for the time being lies in one folder, which goes when the run ends. Each kind of tests asks for
 * it: one inside the other, browsers would find the path of a socket too long.
 */
export default function makeTemporaryFolder(): () => void {
  if (basename(tmpdir()).startsWith(start)) return () => {};
  const folder = mkdtempSync(join(tmpdir(), start));
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
