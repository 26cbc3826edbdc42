import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { filesBelow } from "#tests/app/i18n/source-strings";

/** Names of the style sheets that programs in a folder of the build speak of. */
function sheetsNamedIn(folder: string): readonly string[] {
  const programs = filesBelow(folder, [".js"]).map((file) => readFileSync(file, "utf8"));
  return [...new Set(programs.flatMap((text) => text.match(/\/assets\/[\w-]+\.css/g) ?? []))].sort();
}

test("pages made by the server and pages drawn in the browser load the same style sheets", () => {
  const named = sheetsNamedIn("build/client/assets");
  expect(named.length).toBeGreaterThan(3);
  expect(sheetsNamedIn("build/server")).toEqual(named);
});
