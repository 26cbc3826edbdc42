import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { filesBelow, readSourceStrings } from "#tests/app/i18n/source-strings";

const sheets = filesBelow("app/styles", [".css"]).map((file) => {
  const css = readFileSync(file, "utf8");
  return css.replace(/\/\*[\s\S]*?\*\//g, "").replace(/"[^"]*"/g, '""');
});
const drawing = ["app/components", "app/pictures", "app/router", "app/routes"].flatMap((folder) =>
  filesBelow(folder, [".ts", ".tsx"]),
);
const { texts, templates, classNames } = readSourceStrings(drawing);

const styled = new Set(
  sheets.flatMap((css) => [...css.matchAll(/\.(-?[a-zA-Z_][\w-]*)/g)].map(([, name = ""]) => name)),
);

const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== "");

/** Classes inside HTML that is written as text: `<button class="button-plain">`. */
const inHtml = [...texts, ...templates.flat()].flatMap((text) =>
  [...text.matchAll(/class="([^"]*)"/g)].flatMap(([, list = ""]) => wordsOf(list)),
);
/** Classes that are written out, and the beginnings of those that are put together: `band-` of `band-${band}`. */
const written = classNames.flatMap((name) =>
  typeof name === "string" ? wordsOf(name) : name.flatMap(wordsOf).filter((word) => !word.endsWith("-")),
);
const beginnings = classNames.flatMap((name) =>
  typeof name === "string" ? [] : name.slice(0, -1).flatMap((piece) => /[\w-]+-$/.exec(piece)?.[0] ?? []),
);

test("every class of a style sheet is worn by something", () => {
  const worn = new Set([...written, ...inHtml]);
  const idle = [...styled].filter((name) => !worn.has(name) && !beginnings.some((start) => name.startsWith(start)));
  expect(idle).toEqual([]);
});

test("every class that a page gives has a style", () => {
  expect([...new Set([...written, ...inHtml])].filter((name) => !styled.has(name))).toEqual([]);
  expect(beginnings.filter((start) => ![...styled].some((name) => name.startsWith(start)))).toEqual([]);
});

test("every custom property is used, and every one that is used is set", () => {
  const all = sheets.join("\n");
  const set = new Set([...all.matchAll(/(--[\w-]+)\s*:/g)].map(([, name = ""]) => name));
  const used = new Set([...all.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name = ""]) => name));
  expect([...set].filter((name) => !used.has(name))).toEqual([]);
  expect([...used].filter((name) => !set.has(name))).toEqual([]);
});
