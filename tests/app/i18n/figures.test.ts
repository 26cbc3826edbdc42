import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { languages } from "#app/i18n/languages";

const root = new URL("../../../", import.meta.url).pathname;

/** A figure with a hyphen, a slash or a leading plus in it, which a line from right to left would show backwards. */
const figure = /\+\d|\d+[-/]\d/u;
/** What keeps a figure as it is: isolates, and a Latin word right before it. */
const safe = /\u2066[^\u2069]*\u2069|\u2068[^\u2069]*\u2069|<bdi>.*?<\/bdi>|[A-Za-z][\w.()]* [\d.]+[-/]\d+/gu;

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function filesOf(tag: string): readonly string[] {
  const locale = join(root, "app/i18n/locales", tag);
  const own = readdirSync(join(root, "questionnaires"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(`texts/${tag}.json`))
    .map((name) => join(root, "questionnaires", name));
  return [...readdirSync(locale).map((name) => join(locale, name)), ...own];
}

const bare = (text: string) => figure.test(text.replace(safe, ""));

test("a bare figure is found, and an isolated one is not", () => {
  expect(["مثل 2026-03", "مثل 31/03", "اتصلوا بـ +90 212"].map(bare)).toEqual([true, true, true]);
  expect(["مثل \u20682026-03\u2069", "<bdi>+90 212</bdi>", "(FAR 52.222-50)", "مثل 1.5"].some(bare)).toBe(false);
});

test.each(languages.filter(({ dir }) => dir === "rtl").map(({ tag }) => tag))(
  "no text of %s holds a bare one",
  (tag) => {
    const files = filesOf(tag);
    expect(files.length).toBeGreaterThan(3);
    const found = files.flatMap((file) => textsIn(JSON.parse(readFileSync(file, "utf8"))).filter(bare));
    expect(found).toEqual([]);
  },
);
