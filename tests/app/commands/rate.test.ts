import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { Rating } from "#scoring/rating";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const worked = `${root}scoring/examples/worked.json`;

function run(args: readonly string[], input = "") {
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
    ["nothing to rate", [], "", "Usage: npm run -s rate -- FILE.json"],
    ["two files", [worked, worked], "", "Usage: npm run -s rate -- FILE.json"],
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
