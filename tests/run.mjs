// What `npm test` runs: every check in order, each with its seconds, and one line at the end that counts them all.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const bin = (name) => join(root, "node_modules/.bin", name);

const steps = [
  { name: "types", program: bin("tsc"), args: ["--noEmit", "-p", "."] },
  { name: "lint", program: bin("biome"), args: ["check", "--error-on-warnings", "."] },
  {
    name: "boundaries",
    program: bin("depcruise"),
    args: ["--config", ".dependency-cruiser.cjs", "app", "db", "questionnaires", "scoring", "terms", "tests"],
  },
  { name: "unused", program: bin("knip"), args: [] },
  // Without the tests: what only they keep alive is as dead as what nobody calls.
  { name: "unused in the product", program: bin("knip"), args: ["--production"] },
  {
    name: "build",
    program: bin("remix"),
    args: ["vite:build", "-c", "remix.config.js"],
    env: { NODE_ENV: "production" },
  },
];

function onPath(names) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
}

const browsers = ["chromium", "chromium-browser", "google-chrome"];

/** Programs that others wrote and tests run, with the Debian packages that bring them. */
const programs = [
  { names: browsers, packages: ["chromium", "fonts-noto-core", "fonts-noto-cjk"] },
  { names: ["soffice"], packages: ["libreoffice-calc-nogui"] },
  // What opens documents has no program of its own, only a library beside those of LibreOffice.
  { names: ["../lib/libreoffice/program/libswlo.so"], packages: ["libreoffice-writer-nogui"] },
  { names: ["pdftotext"], packages: ["poppler-utils"] },
  { names: ["clamd"], packages: ["clamav-daemon"] },
  { names: ["nginx"], packages: ["nginx-light"] },
  { names: ["apache2"], packages: ["apache2"] },
  { names: ["caddy"], packages: ["caddy"] },
  { names: ["haproxy"], packages: ["haproxy"] },
];

/** On a bare Debian as root the programs are installed, since a test left out proves nothing. */
function installPrograms() {
  const missing = programs.filter(({ names }) => !onPath(names) && !(names === browsers && process.env.CHROMIUM));
  if (missing.length === 0 || process.getuid?.() !== 0 || !onPath(["apt-get"])) return;
  const packages = missing.flatMap((program) => program.packages);
  console.info(`Installing programs for the tests: ${packages.join(", ")}.`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update", "-q"], { stdio: "ignore", env });
  const wanted = ["install", "-y", "-q", "--no-install-recommends", ...packages];
  const { status, stdout, stderr } = spawnSync("apt-get", wanted, { encoding: "utf8", env, maxBuffer: 2 ** 26 });
  if (status !== 0) console.error([stdout, stderr].join("\n").trimEnd());
}

function run(program, args, env) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"], env });
    child.on("error", () => resolve(false));
    child.on("exit", (code) => resolve(code === 0));
  });
}

async function timed(name, work) {
  console.info(`\n== ${name}`);
  const start = performance.now();
  const passed = await work();
  console.info(`${passed ? "passed" : "FAILED"}: ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  return passed;
}

function readReport(file) {
  if (!existsSync(file)) return undefined;
  const { testResults } = JSON.parse(readFileSync(file, "utf8"));
  const tests = testResults.flatMap((suite) => suite.assertionResults);
  const withStatus = (...wanted) => tests.filter(({ status }) => wanted.includes(status));
  return {
    passed: withStatus("passed").length,
    // A file that breaks before its first test counts as one failure, or it would vanish from the sum.
    failed:
      withStatus("failed").length +
      testResults.filter(
        (suite) => suite.status === "failed" && !suite.assertionResults.some((t) => t.status === "failed"),
      ).length,
    skipped: withStatus("skipped", "pending", "todo").map(({ fullName }) => fullName),
  };
}

installPrograms();
const browser = process.env.CHROMIUM || onPath(browsers);
if (!browser) {
  console.error("The browser tests need Chromium: install the package chromium, or set CHROMIUM to its program file.");
  process.exit(1);
}

let passed = 0;
let failed = 0;
const count = (ok) => (ok ? passed++ : failed++);

for (const { name, program, args, env } of steps)
  count(await timed(name, () => run(program, args, { ...process.env, ...env })));

mkdirSync(join(root, ".tmp"), { recursive: true });
const folder = mkdtempSync(join(root, ".tmp/report-"));
const report = join(folder, "vitest.json");
const vitest = ["run", "--config", "tests/vitest.config.ts", "--reporter=default", "--reporter=json"];
const finished = await timed("tests", () =>
  run(bin("vitest"), [...vitest, `--outputFile.json=${report}`, ...process.argv.slice(2)], {
    ...process.env,
    CHROMIUM: browser,
    NODE_ENV: "test",
  }),
);
const result = readReport(report);
rmSync(folder, { recursive: true, force: true });
passed += result?.passed ?? 0;
failed += result?.failed ?? 0;
// Vitest also fails for what belongs to no test, such as an error after the last one.
if (!result || (!finished && result.failed === 0)) failed += 1;

const skipped = result?.skipped ?? [];
for (const name of skipped) console.info(`skipped: ${name}`);
console.info(`\n${passed} passed, ${failed} failed${skipped.length ? `, ${skipped.length} skipped` : ""}`);
process.exit(failed === 0 ? 0 : 1);
