import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { room } from "#tests/support/product";

export type Running = { readonly origin: string; readonly pid: number; stop(): Promise<void> };

/** A folder for the data of one run. */
export function aDataFolder(): string {
  return mkdtempSync(join(tmpdir(), "avow-bench-"));
}

function whenReady(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
      const found = /ready at http:\/\/[^:\s]+:(\d+)/.exec(output);
      if (found) resolve(`http://127.0.0.1:${found[1]}`);
    });
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${output}`)));
  });
}

/** Starts a built program in a process of its own on a free port, and waits until it says where it listens. */
export async function startServer(
  program: readonly string[],
  dataDir: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Running> {
  const child = spawn(process.execPath, [room, ...program], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: "0",
      DATA_DIR: dataDir,
      LOG_LEVEL: "error",
      RATE_LIMIT_PER_MINUTE: "1000000000",
      SMTP_URL: "",
      ...settings,
    },
  });
  const origin = await whenReady(child);
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return {
    origin,
    pid: child.pid ?? 0,
    stop: () => {
      child.kill("SIGTERM");
      return gone;
    },
  };
}
