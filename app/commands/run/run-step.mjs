import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";

const everyMs = 30_000;
const mostLines = 12;

/**
 * Runs a program with its output in a log file, because a compiler says a hundred lines where all is well, and waits; now and
 * then it says that it goes on.
 * @param step what is done, as the name of the log, which lies below `root`
 * @returns nothing where it went well; else what went wrong, the last lines of the log and where it is
 */
export async function runStep({ root, cwd = root, step, program, args, env, say }) {
  const folder = join(root, ".tmp");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${step}.log`);
  const log = openSync(file, "w");
  const began = Date.now();
  const going = setInterval(() => {
    say(`  still going on, ${Math.round((Date.now() - began) / 1000)} seconds so far`);
  }, everyMs);
  const failure = await new Promise((resolve) => {
    const child = spawn(program, args, { cwd, stdio: ["ignore", log, log], env: { ...process.env, ...env } });
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code, signal) => resolve(code === 0 ? undefined : `it ended with ${signal ?? `code ${code}`}`));
  });
  clearInterval(going);
  closeSync(log);
  if (failure === undefined) return undefined;
  return `The ${step} failed: ${failure}. All that it said is in ${file}. The end of it:\n${lastLines(file)}`;
}

function lastLines(file) {
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  return lines
    .slice(-mostLines)
    .map((line) => `  ${line.slice(0, 300)}`)
    .join("\n");
}
