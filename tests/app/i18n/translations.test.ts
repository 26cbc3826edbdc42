import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findLanguage } from "#app/i18n/languages";
import { i18nFor } from "#app/i18n/texts/i18n.server";
import { countedKey, textsByKey } from "#app/i18n/texts/missing-texts";
import {
  readTranslationRecords,
  recordTranslations,
  staleTranslations,
} from "#app/i18n/translations/translation-records";
import { staleKeys } from "#questionnaires/texts";
import { forcedLabour } from "#tests/support/questionnaires";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const hash = (text: string) => sha256(text).slice(0, 12);
const locales = "app/i18n/locales";
const translated = readdirSync(locales).filter((tag) => tag !== "en");

function textsIn(language: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(`${locales}/${language}`).flatMap((name) => {
      const texts = textsByKey(JSON.parse(readFileSync(`${locales}/${language}/${name}`, "utf8")));
      return [...texts].map(([key, text]): [string, string] => [`${name.replace(/\.json$/, "")}:${key}`, text]);
    }),
  );
}

const english = textsIn("en");
const placeholders = (text: string) =>
  // A language may have to name somebody twice where English says "it".
  [...new Set([...text.matchAll(/\{\{(\w+)(?:, \w+)?\}\}|<\/?(\w+)>/g)].map(([whole]) => whole))].sort();

describe.each(translated.flatMap((tag) => findLanguage(tag)?.tag ?? []))(
  "the texts of the interface and of mails in %s",
  (language) => {
    const own = textsIn(language);

    test("are of the English texts that there are now", () => {
      const records = readTranslationRecords(
        JSON.parse(readFileSync(`app/i18n/translations/${language}.json`, "utf8")),
      );
      const stale = staleTranslations(english, own, records, hash);
      expect(
        stale,
        "Translate anew (or take away the line of one that is still right), then run: npx tsx app/commands/texts/write-translations.ts WHO",
      ).toEqual([]);
      expect(Object.keys(records).filter((key) => !own.has(key))).toEqual([]);
    });

    test("have exactly the placeholders of the English ones", () => {
      const wrong = [...own].flatMap(([key, text]) => {
        const counted = countedKey(key, english);
        const source = english.get(key) ?? english.get(`${counted}_other`) ?? "";
        const [wanted, there] = [placeholders(source), placeholders(text)];
        // A form for one or two says the count in words.
        const free = counted === undefined ? [] : ["{{count}}", "{{shown}}"];
        const bare = (list: readonly string[]) => list.filter((one) => !free.includes(one));
        return JSON.stringify(bare(wanted)) === JSON.stringify(bare(there)) ? [] : [`${key}: ${wanted} / ${there}`];
      });
      expect(wrong).toEqual([]);
    });

    test("keep every value apart that runs the other way, whatever script it is in", () => {
      const rightToLeft = findLanguage(language)?.dir === "rtl";
      const values = rightToLeft
        ? ["Denim Works Ltd.", "Завод Восток", "丹东一厂", "서울 공장", "+90 212 555 01 01", "2026-03"]
        : ["مصنع النور", "مصنع 2 (Cairo)"];
      const t = i18nFor(language).getFixedT(language, ["common"]) as (key: string, values: object) => string;
      const bare = [...own].flatMap(([key, text]) =>
        values.flatMap((value) => {
          const names = [...text.matchAll(/\{\{(\w+)(?:, \w+)?\}\}/g)]
            .map(([, name]) => name ?? "")
            .filter((name) => name !== "count");
          if (names.length === 0) return [];
          const counted = countedKey(key, english) ?? key;
          const said = t(counted, { ...Object.fromEntries(names.map((name) => [name, value])), count: 3 });
          return said.replaceAll(`\u2068${value}\u2069`, "").includes(value) ? [`${key}: ${value}`] : [];
        }),
      );
      expect(bare).toEqual([]);
    });
  },
);

test("English texts too keep Arabic names apart", () => {
  const t = i18nFor("en").getFixedT("en", ["supplier"]);
  expect(t("landing.kicker", { supplier: "مصنع النور" })).toContain("\u2068مصنع النور\u2069");
});

describe("a text from right to left", () => {
  // 2026-03 would stand there as 03-2026, and +90 as 90+.
  const bare = /(?<![\u2066\u2068\u200e\d.A-Za-z(-])(?:\d[\d.]*[-\u2010-\u2212/]\d|[+\u2212]\d)/u;

  test("has no figure with a sign in it that is not kept apart", () => {
    const questionnaire = forcedLabour(1);
    const texts = translated
      .filter((tag) => findLanguage(tag)?.dir === "rtl")
      .flatMap((tag) => [...textsIn(tag), ...(questionnaire.texts.get(tag)?.strings ?? [])]);
    expect(texts.length).toBeGreaterThan(1000);
    expect(texts.filter(([, text]) => bare.test(text))).toEqual([]);
  });

  test.each(["مثل 2026-03", "المادة 52.222-50", "هاتف +90 212", "في 3/2026"])("would be found bare: %s", (text) => {
    expect(bare.test(text)).toBe(true);
  });
});

test("Chinese texts part what is inserted from Chinese signs by a space", () => {
  const close = [...textsIn("zh-Hans")].filter(([, text]) => /[\u4e00-\u9fff]\{\{|\}\}[\u4e00-\u9fff]/.test(text));
  expect(close).toEqual([]);
});

test("questionnaire texts are of the English texts that there are now", () => {
  const questionnaire = forcedLabour(1);
  for (const language of questionnaire.languages)
    expect(staleKeys(questionnaire, language, sha256), language).toEqual([]);
});

describe("records of translations", () => {
  const by = "a translator";
  const source = new Map([
    ["supplier:a", "One"],
    ["supplier:b_one", "x"],
    ["supplier:b_other", "xs"],
  ]);
  const texts = new Map([
    ["supplier:a", "Eins"],
    ["supplier:b_few", "x-e"],
  ]);
  const records = recordTranslations(source, texts, {}, { by, hash });

  test("know a plural form that English lacks by the form for many", () => {
    expect(records["supplier:b_few"]).toEqual({ status: "draft", by, of: hash("xs"), is: hash("x-e") });
    expect(staleTranslations(source, texts, records, hash)).toEqual([]);
  });

  test.each([
    ["the English text changed", new Map([...source, ["supplier:a", "A single one"]]), texts, ["supplier:a"]],
    ["the translation changed", source, new Map([...texts, ["supplier:a", "Ein"]]), ["supplier:a"]],
    ["a translation is new", source, new Map([...texts, ["supplier:b_other", "xs"]]), ["supplier:b_other"]],
    ["the form for many changed", new Map([...source, ["supplier:b_other", "many xs"]]), texts, ["supplier:b_few"]],
  ])("find out when %s", (_what, english, own, stale) => {
    expect(staleTranslations(english, own, records, hash)).toEqual(stale);
  });

  test("never make a stale translation fresh by being written again, and keep what was reviewed", () => {
    const changed = new Map([...source, ["supplier:a", "A single one"]]);
    const reviewed = readTranslationRecords({
      ...records,
      "supplier:a": { ...records["supplier:a"], status: "reviewed" },
    });
    const again = recordTranslations(changed, texts, reviewed, { by, hash });
    expect(again["supplier:a"]).toEqual(reviewed["supplier:a"]);
    expect(staleTranslations(changed, texts, again, hash)).toEqual(["supplier:a"]);
    const anew = new Map([...texts, ["supplier:a", "Ein einziges"]]);
    expect(recordTranslations(changed, anew, again, { by, hash })["supplier:a"]).toMatchObject({ status: "draft" });
    expect(staleTranslations(changed, anew, recordTranslations(changed, anew, again, { by, hash }), hash)).toEqual([]);
  });
});
