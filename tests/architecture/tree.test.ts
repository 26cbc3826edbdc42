import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const architecture = readFileSync(`${root}/ARCHITECTURE.md`, "utf8");
const { forbidden }: { forbidden: { name: string; from: { path?: string } }[] } = createRequire(import.meta.url)(
  `${root}/.dependency-cruiser.cjs`,
);

const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => file !== "" && existsSync(`${root}/${file}`));
const sources = files.filter((file) => /^(app|db|questionnaires|scoring|terms)\/.+\.(tsx?|mjs)$/.test(file));

/** The folders right below a folder. */
function foldersOf(parent: string): string[] {
  const start = `${parent}/`;
  const below = files.filter((file) => file.startsWith(start)).map((file) => file.slice(start.length).split("/"));
  return [...new Set(below.flatMap(([first = "", ...rest]) => (rest.length > 0 ? [first] : [])))];
}

const folders = [...foldersOf("app").map((name) => `app/${name}`), "questionnaires", "scoring", "terms", "db", "tests"];

test.each(folders)("the map says what %s holds", (folder) => {
  expect(architecture).toMatch(new RegExp(`\\| .*\`${folder}/`));
});

test("every folder with code has a rule for what it may import", () => {
  const without = folders.filter(
    (folder) =>
      folder !== "tests" &&
      sources.some((file) => file.startsWith(`${folder}/`)) &&
      !forbidden.some(({ name, from }) => name.endsWith("-knows") && from.path === `^${folder}/`),
  );
  expect(without).toEqual([]);
});

test("every folder that the map names is there", () => {
  const named = [...architecture.matchAll(/`((?:app|db|questionnaires|scoring|terms|tests|docs)\/[\w./<>-]*)`/g)]
    .map(([, path = ""]) => path)
    .filter((path) => !/[<>]|vN/.test(path));
  const missing = named.filter((path) => !existsSync(`${root}/${path.replace(/\/$/, "")}`));
  expect(missing).toEqual([]);
});

/** Folders whose many files are one list of like things, one of which is added with every new case. */
const lists = ["questionnaires/types", "app/commands/demo/stories"];

test("no folder holds more than nine files of code beside each other", () => {
  const counts = new Map<string, number>();
  for (const file of sources) {
    const folder = file.slice(0, file.lastIndexOf("/"));
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const full = [...counts].filter(([folder, count]) => count > 9 && !lists.includes(folder));
  expect(full.map(([folder, count]) => `${folder}: ${count}`)).toEqual([]);
});

test("files are short: the median below 90 lines, none past 250", () => {
  const lengths = sources.map((file) => ({ file, lines: readFileSync(`${root}/${file}`, "utf8").split("\n").length }));
  const sorted = lengths.map(({ lines }) => lines).sort((one, other) => one - other);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(90);
  expect(lengths.filter(({ lines }) => lines > 250)).toEqual([]);
});

test("the script of supplier pages is small: no more than 5 kB as it is sent", () => {
  expect(gzipSync(readFileSync(`${root}/app/autosave/autosave.js`)).length).toBeLessThanOrEqual(5_000);
});

/** What a test could change under the feet of another one: both read the product once, in the same process. */
const shared = {
  "a module": /\bvi\.(mock|doMock|unmock|resetModules)\(/,
  "the clock": /\bvi\.(useFakeTimers|setSystemTime)\(/,
  "something global": /\bvi\.(stubGlobal|stubEnv|spyOn)\(|^\s*globalThis(\.\w+|\[.+\]) =[^=]/m,
  "the environment": /\bprocess\.env(\.\w+|\[.+\]) =[^=]|\bdelete process\.env\b/,
  "the folder": /\bprocess\.chdir\(/,
};
const changes = (code: string) => Object.entries(shared).flatMap(([what, how]) => (how.test(code) ? [what] : []));

test("no test changes what another one in its process reads", () => {
  const tests = files.filter((file) => /^tests\/.+\.tsx?$/.test(file) && file !== "tests/temporary-folder.ts");
  expect(tests.length).toBeGreaterThan(200);
  const found = tests.map((file) => [file, changes(readFileSync(`${root}/${file}`, "utf8"))] as const);
  expect(found.filter(([, what]) => what.length > 0)).toEqual([]);
});

/** A hook outside every test file is set for the first file of a process that reads it, and for no other. */
const hooks = /^(?:export )?(?:before|after)(?:All|Each)\(/m;

test("nothing that tests share sets a hook of its own", () => {
  const read = files.filter((file) => /^tests\/.+\.tsx?$/.test(file) && !/\.test(-languages)?\.tsx?$/.test(file));
  expect(read.length).toBeGreaterThan(60);
  expect(read.filter((file) => hooks.test(readFileSync(`${root}/${file}`, "utf8")))).toEqual([]);
  expect(hooks.test("let server;\nafterAll(() => server.close());")).toBe(true);
});

test.each([
  ["a module", ["vi", '.mock("#db/index");']],
  ["the clock", ["vi", ".useFakeTimers();"]],
  ["something global", ["globalThis", ".fetch = answer;"]],
  ["something global", ["vi", '.spyOn(console, "error");']],
  ["the environment", ["process.env", '.TZ = "Asia/Tokyo";']],
  ["the environment", ["delete process", ".env.TZ;"]],
  ["the folder", ["process", ".chdir(folder);"]],
])("a test that changed %s would be found", (what, code) => {
  expect(changes(code.join(""))).toEqual([what]);
});
