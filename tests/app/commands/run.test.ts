import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** What a tool says: a hundred lines and a half as compilers do, on both outputs, and then it ends with a code. */
const chatty = (name: string, code: number) => `
  for (let line = 1; line <= 150; line += 1) console[line % 2 ? "log" : "error"]("${name} says line " + line);
  process.exitCode = ${code};
`;

/** A fresh checkout whose tools are these: the command itself is the real one. */
function checkout({ npm = 0, builder = 0 }: { npm?: number; builder?: number }) {
  const root = mkdtempSync(join(tmpdir(), "avow-checkout-"));
  folders.push(root);
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  for (const folder of ["app", "db", "questionnaires", "scoring", "terms", "public"])
    write(`${folder}/file.txt`, folder);
  mkdirSync(join(root, "app/commands"), { recursive: true });
  for (const name of ["run.mjs", "run"]) {
    cpSync(`app/commands/${name}`, join(root, `app/commands/${name}`), { recursive: true });
  }
  const { imports } = JSON.parse(readFileSync("package.json", "utf8"));
  write("package.json", JSON.stringify({ type: "module", imports }));
  write("package-lock.json", "{}");
  write("remix.config.js", "");
  // Installed by the stand-in of npm, as far as it is looked at.
  write("node_modules/better-sqlite3-node20/build/Release/better_sqlite3.node", "");
  write("node_modules/@remix-run/dev/dist/cli.js", chatty("builder", builder));
  write("build/server/main.js", 'console.log("the product answers");');
  write("npm.js", chatty("npm", npm));
  return root;
}

function start(root: string) {
  const env = { ...process.env, npm_execpath: join(root, "npm.js") };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "app/commands/run.mjs"), "start"], {
    env,
    encoding: "utf8",
    timeout: 60_000,
  });
  return { status, stdout, said: stderr.trimEnd().split("\n") };
}

test("the first start says what it is doing in a line each, and nothing of what its tools say", () => {
  const root = checkout({});
  const { status, stdout, said } = start(root);
  expect([status, stdout]).toEqual([0, "the product answers\n"]);
  expect(said.map((line) => line.split(/[:,]/)[0])).toEqual(["Installing packages", "Building the pages"]);
  expect(start(root)).toEqual({ status: 0, stdout: "the product answers\n", said: [""] });
});

test.each(["app", "db", "questionnaires", "scoring", "terms", "public"])(
  "a change in %s has the pages built again",
  (folder) => {
    const root = checkout({});
    start(root);
    writeFileSync(join(root, folder, "file.txt"), "something else");
    expect(start(root).said).toEqual(["Building the pages, once for each version."]);
  },
);

test.each([
  ["installation", "npm", { npm: 3 }],
  ["build", "builder", { builder: 2 }],
] as const)("a failed %s says so with its last lines, and where all of it is", (step, tool, codes) => {
  const root = checkout(codes);
  const { status, stdout, said } = start(root);
  expect([status, stdout]).toEqual([1, ""]);
  expect(said.length).toBeLessThan(20);
  const named = said.find((line) => line.startsWith(`The ${step} failed`)) ?? "";
  const file = / is in (\S+)\. /.exec(named)?.[1] ?? "";
  expect(file).toBe(join(root, ".tmp", `${step}.log`));
  const log = readFileSync(file, "utf8").trimEnd().split("\n");
  expect(log).toHaveLength(150);
  expect(said.at(-1)).toContain(`${tool} says line 15`);
  // It is tried again the next time, and its lock is gone.
  expect(existsSync(join(root, ".tmp/run.lock"))).toBe(false);
  expect(start(root).said.join()).toContain(`The ${step} failed`);
});

test("a tool that is not there is named", () => {
  const root = checkout({});
  rmSync(join(root, "npm.js"));
  const { status, said } = start(root);
  expect(status).toBe(1);
  expect(said.join("\n")).toMatch(/The installation failed[\s\S]*npm\.js/);
});
