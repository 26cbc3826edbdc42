import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
});
// The stories of the made-up world are data that is written as code.
const sources = listed
  .split("\n")
  .filter((file) => /^(app|db|questionnaires|scoring|terms)\/.+\.(tsx?|mjs|css)$/.test(file))
  .filter((file) => !file.startsWith("app/commands/demo/stories/") && existsSync(`${root}/${file}`));

const longest = 10;

type Line = { readonly number: number; readonly text: string };

/** Lines that say something: no blank ones, comments, imports and lone brackets. */
function linesOf(code: string): readonly Line[] {
  const withoutImports = code.replace(/^import[^;]*;$/gm, (statement) => statement.replace(/[^\n]/g, ""));
  return withoutImports
    .split("\n")
    .map((text, at) => ({ number: at + 1, text: text.trim() }))
    .filter(({ text }) => /\w/.test(text) && !/^(\/\/|\/?\*)/.test(text));
}

/** Places at which more than `longest` lines are the same as at a place before. */
function repeatsIn(files: readonly { readonly file: string; readonly code: string }[]): readonly string[] {
  const seen = new Map<string, string>();
  const found: string[] = [];
  for (const { file, code } of files) {
    const lines = linesOf(code);
    for (let at = 0; at + longest < lines.length; at += 1) {
      const run = lines.slice(at, at + longest + 1);
      const key = run.map(({ text }) => text).join("\n");
      const place = `${file}:${run[0]?.number}`;
      const before = seen.get(key);
      if (before !== undefined && before !== place) found.push(`${place} repeats ${before}`);
      else seen.set(key, place);
    }
  }
  return found;
}

test("a run of eleven lines that stands twice is found, and one of ten is not", () => {
  const lines = (count: number) => Array.from({ length: count }, (_, at) => `call(${at});`).join("\n");
  const files = (count: number) => [
    { file: "one.ts", code: `first();\n${lines(count)}\n` },
    { file: "other.ts", code: `import { x } from "y";\n\n${lines(count)}\nlast();` },
  ];
  expect(repeatsIn(files(11))).toEqual(["other.ts:3 repeats one.ts:2"]);
  expect(repeatsIn(files(10))).toEqual([]);
});

test("no run of more than ten lines stands twice", () => {
  expect(repeatsIn(sources.map((file) => ({ file, code: readFileSync(`${root}/${file}`, "utf8") })))).toEqual([]);
});
