import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { aDataFolder } from "#tests/support/product";

const places: string[] = [];
afterEach(() => {
  for (const place of places.splice(0)) rmSync(place, { recursive: true, force: true });
});

function aPlace(): string {
  const place = aDataFolder();
  places.push(place);
  return place;
}

/** Made by commands, or not needed to build. */
const left = ["node_modules", "build", "data", ".git", ".tmp", "docs"];

/** A checkout with everything that is installed, in a folder of this name. Files of packages are linked, never the folder. */
function checkoutIn(name: string): string {
  const folder = join(aPlace(), name);
  mkdirSync(folder);
  for (const entry of readdirSync(".")) {
    if (!left.includes(entry)) cpSync(entry, join(folder, entry), { recursive: true, preserveTimestamps: true });
  }
  const { status, stderr } = spawnSync("cp", ["-al", "node_modules", folder], { encoding: "utf8" });
  // Another disk.
  if (status !== 0) expect(spawnSync("cp", ["-a", "node_modules", folder]).status, stderr).toBe(0);
  // As after an install: to install once more takes minutes, and here nothing is owed. Not over the file that is linked.
  const lock = createHash("sha256").update(readFileSync("package-lock.json")).update("\0").digest("hex");
  const stamp = join(folder, "node_modules/.avow-install.json");
  rmSync(stamp, { force: true });
  writeFileSync(stamp, JSON.stringify({ lock, modules: process.versions.modules }));
  return folder;
}

type Ended = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

/** Runs a program of a checkout to its end, beside others. */
async function run(folder: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ended> {
  const child = spawn(process.execPath, args, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  const [stdout, stderr] = [child.stdout, child.stderr].map(async (stream) => {
    let said = "";
    for await (const chunk of stream.setEncoding("utf8")) said += chunk;
    return said;
  });
  const [status] = await once(child, "close");
  return { status, stdout: (await stdout) ?? "", stderr: (await stderr) ?? "" };
}

/** Builds and runs a checkout in a folder of this name. */
async function expectToRun(name: string): Promise<void> {
  const folder = checkoutIn(name);
  const env = { ...process.env, NODE_ENV: "production" as const };
  const rated = await run(folder, ["app/commands/run.mjs", "rate", "scoring/examples/worked.json"], env);
  const { status, stdout, stderr } = rated;
  expect([name, status, stderr]).toEqual([name, 0, expect.stringContaining("Building the pages")]);
  expect(JSON.parse(stdout)).toMatchObject({ band: expect.any(String), score: expect.any(Number) });
  expect(existsSync(join(folder, "build/client/assets"))).toBe(true);
  const started = await run(folder, ["build/server/main.js"], { ...env, DATA_DIR: "", PORT: "not a port" });
  expect([name, started.stderr]).toEqual([name, expect.stringContaining("PORT")]);
}

const isLinux = process.platform === "linux";

test.skipIf(!isLinux)("builds and runs in a folder of whatever name", { timeout: 240_000 }, async () => {
  await Promise.all(["my folder ü [1] (a) 你 100%", "a #1 b?"].map(expectToRun));
});

test("a checkout on a machine whose lines end otherwise has the same bytes", () => {
  if (!existsSync(".git") || !statSync(".").isDirectory()) return;
  const folder = join(aPlace(), "checkout");
  const git = (...args: readonly string[]) => spawnSync("git", args, { encoding: "utf8" });
  const cloned = git(
    "-c",
    "core.autocrlf=true",
    "-c",
    "core.eol=crlf",
    "clone",
    "-q",
    "--depth=1",
    `file://${process.cwd()}`,
    folder,
  );
  expect([cloned.status, cloned.stderr]).toEqual([0, expect.anything()]);
  const files = git("-C", folder, "ls-files", "-z")
    .stdout.split("\0")
    .filter((name) => name !== "");
  expect(files.length).toBeGreaterThan(1_000);
  const texts = files.filter((name) => !name.endsWith(".png"));
  expect(texts.filter((name) => readFileSync(join(folder, name)).includes("\r\n"))).toEqual([]);
});
