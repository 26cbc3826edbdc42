import { expect, test } from "vitest";
import { languageOf, namesLanguageOf, teamLanguageOf } from "#app/http/language-cookie";
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

test("pages of the team are in English whatever a browser or an earlier choice asks for, until all their texts are there", () => {
  for (const header of [
    ["accept-language", "ar"],
    ["accept-language", "zh-CN,zh"],
    ["cookie", "language=ar"],
  ] as const)
    expect(teamLanguageOf(new Request("http://localhost/suppliers", { headers: [[...header]] }))).toBe("en");
  expect(teamLanguageOf(new Request("http://localhost/?language=ar"))).toBe("en");
});

test("names on those pages are in the language that was chosen, and never in what only a browser prefers", () => {
  const request = (name: string, value: string) =>
    new Request("http://localhost/suppliers", { headers: [[name, value]] });
  expect(namesLanguageOf(request("accept-language", "ar"))).toBe("en");
  expect(namesLanguageOf(request("cookie", "language=ar"))).toBe("ar");
  expect(namesLanguageOf(request("cookie", "language=xx"))).toBe("en");
});
