import { expect, test } from "vitest";
import { languageOf } from "#app/http/language-cookie";
import { languages, preferredLanguage } from "#app/i18n/languages";
import { translator } from "#app/i18n/texts/i18n.server";

test.each([
  ["ar-EG,ar;q=0.9,en;q=0.8", "ar"],
  ["zh-TW,zh;q=0.9", "zh-Hant"],
  ["zh-CN", "zh-Hans"],
  ["zh-Hant-HK", "zh-Hant"],
  ["pt-PT", "pt-BR"],
  ["en;q=0.1, ko;q=0.9", "ko"],
  ["de;q=0, fr", "fr"],
  ["sw", undefined],
  [undefined, undefined],
])("a browser that asks for %s is answered in %s", (header, tag) => {
  expect(preferredLanguage(header)).toBe(tag);
});

test("a choice outlasts what the browser prefers, and a link can override both", () => {
  const headers = { cookie: "a=b; language=th", "accept-language": "de" };
  expect(languageOf(new Request("http://localhost/", { headers }))).toBe("th");
  expect(languageOf(new Request("http://localhost/?language=ar", { headers }))).toBe("ar");
  expect(languageOf(new Request("http://localhost/?language=xx", { headers }))).toBe("th");
});

test("sixteen languages stand ready, each with its own name, and English fills what one lacks", () => {
  expect(languages).toHaveLength(16);
  expect(new Set(languages.map(({ endonym }) => endonym)).size).toBe(16);
  expect(languages.filter(({ dir }) => dir === "rtl").map(({ tag }) => tag)).toEqual(["ar"]);
  const english = translator("en")("common:product");
  for (const { tag } of languages) expect(translator(tag)("common:product")).toBe(english);
});
