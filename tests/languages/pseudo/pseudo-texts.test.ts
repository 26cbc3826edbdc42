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

const english = Object.values(files).flatMap((file) => [...textsByKey(file)]);
const wordy = english.filter(([, text]) => (text.match(/\p{L}/gu) ?? []).length >= 12 && /\p{L}/u.test(bare(text)));

test("the long one is 40 to 60 per cent longer wherever there are a few words", () => {
  for (const [key, text] of wordy) {
    const [before, after] = [bare(text), bare(pseudoText(long, text)).slice(1, -1)];
    const grown = after.length / before.length;
    // What stands between two values may be a comma, which does not grow.
    expect([key, grown > (before === text ? 1.4 : 1.2) && grown <= 1.6]).toEqual([key, true]);
  }
});

test("the long one makes words longer, and not only lines", () => {
  for (const word of new Set(wordy.flatMap(([, text]) => bare(text).match(/\b[a-z]{6,}\b/g) ?? []))) {
    expect(pseudoText(long, word).length - 2).toBeGreaterThan(word.length * 1.4);
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
