import { describe, expect, test } from "vitest";
import evidence from "#app/i18n/locales/en/evidence.json";
import mail from "#app/i18n/locales/en/mail.json";
import supplier from "#app/i18n/locales/en/supplier.json";
import { missingTexts, textsByKey } from "#app/i18n/texts/missing-texts";
import { pseudoFile, pseudoLocales, pseudoText } from "./pseudo-texts";

const [long, mirror] = pseudoLocales;
const marksIn = (text: string) => (text.match(/\{\{[^}]*\}\}|<[^>]+>/g) ?? []).sort();
const bare = (text: string) => text.replaceAll(/\{\{[^}]*\}\}|<[^>]+>|[\u200e\u200f\u202a-\u202e]/g, "");
const files = { evidence, mail, supplier };

describe.each(pseudoLocales)("the pseudo-locale $tag", (locale) => {
  test.each(Object.entries(files))(
    "says every text of %s, in brackets, with what is put in and the tags",
    (_, file) => {
      const own = pseudoFile(locale, file);
      expect(missingTexts(file, own, locale.tag)).toEqual([]);
      const texts = textsByKey(own);
      for (const [key, english] of textsByKey(file)) {
        const text = texts.get(key) ?? "";
        if (!texts.has(key)) expect(key).toMatch(/_(one|other)$/);
        else expect([key, text[0], text.at(-1), marksIn(text)]).toEqual([key, "[", "]", marksIn(english)]);
      }
    },
  );
});

test("the long one is 40 to 60 per cent longer wherever there are a few words, in every word of some length", () => {
  for (const file of Object.values(files)) {
    for (const [key, english] of textsByKey(file)) {
      const [before, after] = [bare(english), bare(pseudoText(long, english)).slice(1, -1)];
      if ((english.match(/\p{L}/gu) ?? []).length < 12) continue;
      const grown = after.length / before.length;
      // What stands between two values may be a comma, which does not grow.
      expect([key, grown > (before === english ? 1.4 : 1.2) && grown <= 1.6]).toEqual([key, true]);
      for (const [at, word] of before.split(" ").entries()) {
        if (/^[a-z]{6,}$/.test(word)) expect((after.split(" ")[at] ?? "").length).toBeGreaterThan(word.length);
      }
    }
  }
});

test.each([
  ["Send {{count}} answers to {{buyer}}", "[ŠŠééñð {{count}} ååññššŵŵééŕš ţöö {{buyer}}]"],
  ["<day>Due</day> on {{day}}", "[<day>Ðûûé</day> ööññ {{day}}]"],
])("the long one keeps what is put into %s", (english, text) => {
  expect(pseudoText(long, english)).toBe(text);
});

test("the mirrored one changes no letter, and turns every word", () => {
  const text = pseudoText(mirror, "Answer for {{buyer}}, please");
  expect(text.replaceAll(/[\u200e\u200f\u202a-\u202e]/g, "")).toBe("[Answer for {{buyer}}, please]");
  expect(text.match(/\u202e\w+\u202c/g)).toHaveLength(3);
});
