// Runs a command of the product from a fresh checkout: installs and builds when that is owed, then hands over.
// Plain Node and no packages, because nothing may be installed yet. Everything but the command's own answer goes to
// stderr, so that `npm run -s rate > rating.json` holds JSON only.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  compilingFolderOf,
  fillCompilingFolder,
  fillPlainFolder,
  plainFolderOf,
  takeBuild,
  takePackages,
} from "./run/plain-folder.mjs";
import { runStep } from "./run/run-step.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const installStamp = join(root, "node_modules/.avow-install.json");
const buildStamp = join(root, "build/.avow-build");
// The one package that is compiled, and only here: newer Node.js takes a driver that comes ready-made.
const compiles = process.versions.node.startsWith("20.");
const compiledDriver = "better-sqlite3-node20";
const lockFolder = join(root, ".tmp/run.lock");

/** What each command runs once everything is in place. `needs` says how much must be in place. */
const commands = {
  // MiB for what is made and dropped within one request: with twice as much `save.per_s` of the bench rises by 3 to 4 %, and
  // the memory of the process (`upload.200mb.rss_mb`) by some 30 MB.
  start: { needs: "build", program: ["build/server/main.js"], node: ["--max-semi-space-size=16"] },
  demo: { needs: "build", program: ["build/server/demo.js"] },
  "reset-password": { needs: "build", program: ["build/server/resetPassword.js"] },
  "new-secret": { needs: "build", program: ["build/server/newSecret.js"] },
  rate: { needs: "build", program: ["build/server/rate.js"] },
  languages: { needs: "build", program: ["build/server/languages.js"] },
  backup: { needs: "build", program: ["build/server/backup.js"] },
  restore: { needs: "build", program: ["build/server/restore.js"] },
  verify: { needs: "build", program: ["build/server/verify.js"] },
  bench: { needs: "build", program: ["build/server/bench.js"] },
  soak: { needs: "build", program: ["build/server/soak.js"] },
  "test:languages": {
    needs: "build",
    program: ["node_modules/vitest/vitest.mjs", "run", "--config", "tests/languages/vitest.config.ts"],
  },
  screenshots: { needs: "build", program: ["build/server/screenshots.js"] },
  test: { needs: "install", program: ["tests/run.mjs"] },
};

function say(text) {
  process.stderr.write(`${text}\n`);
}

function stop(text) {
  say(text);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 14) || major === 24;
  if (!fits) stop(`Avow runs on Node.js 20.19, 22.14 or 24 and newer of each; this is ${process.versions.node}.`);
}

/** Runs a step of getting ready; a failure of it ends everything. */
async function run(step, program, args, { env = {}, cwd = root } = {}) {
  const failure = await runStep({ root, cwd, step, program, args, env, say });
  if (failure !== undefined) stop(failure);
}

async function npm(step, ...args) {
  // npm names itself to what it runs; this also works where npm is not on PATH. Development packages build the product.
  const env = { NODE_ENV: "development", npm_config_omit: "" };
  const self = process.env.npm_execpath;
  const folder = compiles ? compilingFolderOf(root) : root;
  fillCompilingFolder(root, folder, args[0] !== "ci");
  const where = { env, cwd: folder };
  await (self ? run(step, process.execPath, [self, ...args], where) : run(step, "npm", args, where));
  takePackages(root, folder);
}

function hash(...texts) {
  const digest = createHash("sha256");
  for (const text of texts) digest.update(text).update("\0");
  return digest.digest("hex");
}

function readStamp(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

async function install() {
  const wanted = { lock: hash(readFileSync(join(root, "package-lock.json"))), modules: process.versions.modules };
  const stamp = readStamp(installStamp);
  const have = stamp ? JSON.parse(stamp) : {};
  if (have.lock === wanted.lock && have.modules === wanted.modules) return;
  if (have.lock === wanted.lock) {
    if (compiles) {
      say("Another version of Node.js than last time: building the database driver for it.");
      await npm("rebuild", "rebuild", compiledDriver);
    }
  } else if (!stamp && installedByHand()) {
    say("Packages are installed already.");
  } else {
    say(
      "Installing packages: a minute or two, and up to ten on a slow machine or line, or on Node.js 20, which compiles one.",
    );
    await npm(
      "installation",
      "ci",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
      ...(compiles ? [] : ["--ignore-scripts"]),
    );
  }
  if (compiles && !existsSync(join(root, "node_modules", compiledDriver, "build/Release/better_sqlite3.node")))
    stop(
      "The database driver for Node.js 20 could not be fetched or compiled: install python3, make and a C++ compiler and " +
        "run `npm ci` again, or use Node.js 22 or 24, which need none.",
    );
  writeFileSync(installStamp, JSON.stringify(wanted));
}

/** Whether npm itself installed after the lock file was last written, as after `npm ci` by hand. */
function installedByHand() {
  const own = join(root, "node_modules/.package-lock.json");
  return existsSync(own) && statSync(own).mtimeMs >= statSync(join(root, "package-lock.json")).mtimeMs;
}

function* sourceFiles(folder) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* sourceFiles(name);
    else yield name;
  }
}

/** The folders of source code that package.json names, so that none can be forgotten here. */
function ownFolders() {
  const { imports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return Object.keys(imports).flatMap((name) => /^#(\w+)\/\*$/.exec(name)?.[1] ?? []);
}

/** One line a source file: name, size and time of change. Reading every byte would cost more than it finds. */
function sourceState() {
  // Of the tests only what is built with the product.
  const built = ["public", "tests/bench", "tests/screenshots", "tests/soak", "tests/support"];
  const folders = [...ownFolders().filter((folder) => folder !== "tests"), ...built].filter((folder) =>
    existsSync(join(root, folder)),
  );
  const files = [...folders.flatMap((folder) => [...sourceFiles(folder)]), "package-lock.json", "remix.config.js"];
  const lines = files.sort().map((file) => {
    const { size, mtimeMs } = statSync(join(root, file));
    return `${file} ${size} ${mtimeMs}`;
  });
  return hash(...lines);
}

async function build() {
  const state = sourceState();
  if (readStamp(buildStamp) === state) return;
  say("Building the pages, once for each version.");
  rmSync(buildStamp, { force: true });
  const folder = plainFolderOf(root);
  fillPlainFolder(root, folder);
  await run(
    "build",
    process.execPath,
    ["node_modules/@remix-run/dev/dist/cli.js", "vite:build", "-c", "remix.config.js", "--logLevel", "warn"],
    { env: { NODE_ENV: "production" }, cwd: folder },
  );
  takeBuild(root, folder);
  writeFileSync(buildStamp, state);
}

/** Two commands started together must not install or build over each other; the second waits for the first. */
async function alone(work) {
  mkdirSync(dirname(lockFolder), { recursive: true });
  for (let waited = false; !taken(); waited = true) {
    if (!waited) say("Waiting for another command to finish installing or building.");
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  const release = () => rmSync(lockFolder, { recursive: true, force: true });
  process.once("exit", release);
  try {
    await work();
  } finally {
    release();
    process.removeListener("exit", release);
  }
}

function taken() {
  try {
    mkdirSync(lockFolder);
    writeFileSync(join(lockFolder, "pid"), String(process.pid));
    return true;
  } catch {
    // A command that was killed leaves its lock behind.
    const owner = Number(readStamp(join(lockFolder, "pid")));
    if (owner && !alive(owner)) rmSync(lockFolder, { recursive: true, force: true });
    return false;
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function handOver({ program: [file, ...fixed], node = [] }, args, mode, folder = root) {
  if (!existsSync(join(folder, file))) stop(`This version of Avow has no ${file}.`);
  const child = spawn(process.execPath, [...node, join(folder, file), ...fixed, ...args], {
    cwd: folder,
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: mode },
  });
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

const [name, ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name ?? "") ? commands[name] : undefined;
if (!command) stop(`Say which of these to run: ${Object.keys(commands).join(", ")}.`);
checkNode();
await alone(async () => {
  await install();
  if (command.needs === "build") await build();
  if (name === "test") fillPlainFolder(root, plainFolderOf(root));
});
if (name === "test") handOver(command, args, "test", plainFolderOf(root));
else handOver(command, args, "production");
