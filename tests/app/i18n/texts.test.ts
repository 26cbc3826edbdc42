import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { namespaces } from "#app/i18n/texts/namespaces";
import { filesBelow, readSourceStrings } from "./source-strings";

const { texts, templates } = readSourceStrings(filesBelow("app", [".ts", ".tsx"]));

/** Keys that are put together, as patterns: `problem.${code}.title` asks for any one code. */
const patterns = templates
  .filter((pieces) => pieces.some((piece) => /[a-zA-Z]\.$|^\.[a-zA-Z]/.test(piece)))
  .map((pieces) => {
    const [first = "", ...rest] = pieces.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`^${[first, ...rest].join("[^.]+")}$`);
  });

function keysIn(value: unknown, before = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [before];
  return Object.entries(value).flatMap(([key, inner]) => keysIn(inner, before === "" ? key : `${before}.${key}`));
}

/** i18next picks the form by the count, so that the source names the key without it. */
const withoutCount = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, "");

test.each(namespaces)("every text of %s is said somewhere", (namespace) => {
  const keys = keysIn(JSON.parse(readFileSync(`app/i18n/locales/en/${namespace}.json`, "utf8")));
  const idle = keys.filter((key) => {
    const names = [withoutCount(key), `${namespace}:${withoutCount(key)}`];
    return !names.some((name) => texts.has(name) || patterns.some((pattern) => pattern.test(name)));
  });
  expect(idle).toEqual([]);
});

test("no language has a text that English lacks", () => {
  const files = filesBelow("app/i18n/locales", [".json"]).filter((file) => !file.includes("/en/"));
  const extra = files.flatMap((file) => {
    const english = new Set(
      keysIn(JSON.parse(readFileSync(file.replace(/locales\/[^/]+/, "locales/en"), "utf8"))).map(withoutCount),
    );
    const own = keysIn(JSON.parse(readFileSync(file, "utf8")));
    return own.filter((key) => !english.has(withoutCount(key))).map((key) => `${file} ${key}`);
  });
  expect(extra).toEqual([]);
});
