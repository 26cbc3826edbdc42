import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { Rating } from "#scoring/rating";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const worked = `${root}scoring/examples/worked.json`;

function run(args: readonly string[], input: string | Buffer = "") {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "app/commands/rate.ts", ...args], {
    cwd: root,
    input,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

describe("the rate command", { timeout: 120_000 }, () => {
  test("prints the rating of a file as one JSON object with every documented field, the same from standard input", () => {
    const { status, stdout, stderr } = run([worked]);
    expect([status, stderr]).toEqual([0, ""]);
    const { asOf, ...rating } = JSON.parse(stdout);
    expect(asOf).toBe("2025-11-15");
    expect(Rating.parse(rating)).toMatchObject({ inherent: 69.72, countryFactor: 1.316, redFlags: 22, adverse: 28.95 });
    expect(run(["-"], readFileSync(worked, "utf8")).stdout).toBe(stdout);
  });

  test.each([
    ["UTF-16 with its mark, as PowerShell writes it", "utf16le", "\ufeff"],
    ["UTF-8 with its mark", "utf8", "\ufeff"],
  ] as const)("reads %s", (_, encoding, mark) => {
    const text = readFileSync(worked, "utf8").replace(/\n/g, "\r\n");
    const { status, stdout } = run(["-"], Buffer.from(mark + text, encoding));
    expect([status, JSON.parse(stdout).inherent]).toEqual([0, 69.72]);
  });

  test("reads UTF-16 with the higher byte first", () => {
    const bytes = Buffer.from(`\ufeff${readFileSync(worked, "utf8")}`, "utf16le").swap16();
    expect(JSON.parse(run(["-"], bytes).stdout).inherent).toBe(69.72);
  });

  test.each([
    ["UTF-16 without its mark", Buffer.from("{}", "utf16le"), "This is UTF-16 without its mark: save it as UTF-8"],
    ["UTF-32", Buffer.from("fffe00007b0000007d000000", "hex"), "This is UTF-32: save it as UTF-8"],
    [
      "half a letter of UTF-16",
      Buffer.from("fffe7b00dbd8", "hex"),
      "The file is not whole UTF-16LE text: save it as UTF-8",
    ],
    ["Latin 1", Buffer.from('{"title":"S\xe3o"}', "latin1"), "The file is not whole UTF-8 text: save it as UTF-8"],
  ])("says that a file is %s", (_, bytes, message) => {
    const { status, stderr } = run(["-"], bytes);
    expect([status, stderr]).toEqual([2, `standard input: ${message}\n`]);
  });

  test.each([
    ["nothing to rate", [], "", "Usage: npm run -s rate -- [--rules RULE-SET] FILE.json"],
    ["two files", [worked, worked], "", "Usage: npm run -s rate -- [--rules RULE-SET] FILE.json"],
    [
      "rules without a file",
      ["--rules", "standard-2026.2"],
      "",
      "Usage: npm run -s rate -- [--rules RULE-SET] FILE.json",
    ],
    [
      "rules about another version",
      ["--rules", "standard-2026.2", worked],
      "",
      "standard-2026.2 does not rate forced-labour@1",
    ],
    ["a file that is not there", ["missing.json"], "", "Cannot read missing.json: there is no such file"],
    ["a folder", ["scoring"], "", "Cannot read scoring: it is a folder"],
    ["empty standard input", ["-"], "", "standard input: The file is not JSON: "],
    ["an unknown question", ["-"], '{"answers":{"Z9":{}}}', 'standard input: answers.Z9: unknown question "Z9"'],
  ])("refuses %s with one sentence and exit code 2", (_, args, input, message) => {
    const { status, stdout, stderr } = run(args, input);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });
});
