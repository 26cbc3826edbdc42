import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
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

const isLinux = process.platform === "linux";

test.skipIf(!isLinux)("builds and runs in a folder of whatever name", { timeout: 240_000 }, () => {
  for (const name of ["my folder ü [1] (a) 你 100%", "a #1 b?"]) {
    const folder = checkoutIn(name);
    const command = ["app/commands/run.mjs", "rate", "scoring/examples/worked.json"];
    const env = { ...process.env, NODE_ENV: "production" as const };
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: folder, env, encoding: "utf8" });
    expect([name, status, stderr]).toEqual([name, 0, expect.stringContaining("Building the pages")]);
    expect(JSON.parse(stdout)).toMatchObject({ band: expect.any(String), score: expect.any(Number) });
    expect(existsSync(join(folder, "build/client/assets"))).toBe(true);
    const started = spawnSync(process.execPath, ["build/server/main.js"], {
      cwd: folder,
      env: { ...env, DATA_DIR: "", PORT: "not a port" },
      encoding: "utf8",
    });
    expect([name, started.stderr]).toEqual([name, expect.stringContaining("PORT")]);
  }
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
