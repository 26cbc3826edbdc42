import { createHash } from "node:crypto";
import { countedKey, textsByKey } from "#app/i18n/texts/missing-texts";

/** A language that nobody speaks: English words, changed by one function, for finding what a layout cannot hold. */
export type PseudoLocale = {
  /** BCP 47, in a region that belongs to nobody. */
  readonly tag: string;
  readonly endonym: string;
  readonly dir: "ltr" | "rtl";
  readonly change: (words: string) => string;
};

/** What is put in, and the tags round words: they stay as they are. */
const kept = /(\{\{[^}]*\}\}|<\/?[\w-]+\s*\/?>)/;
const letter = /\p{L}/u;
const accents: Readonly<Record<string, string>> = {
  ...{ A: "Å", B: "Ɓ", C: "Ç", D: "Ð", E: "É", F: "Ƒ", G: "Ĝ", H: "Ĥ", I: "Î", J: "Ĵ", K: "Ķ", L: "Ļ", M: "Ṁ", N: "Ñ" },
  ...{ O: "Ö", P: "Þ", Q: "Ǫ", R: "Ŕ", S: "Š", T: "Ţ", U: "Û", V: "Ṽ", W: "Ŵ", X: "Ẋ", Y: "Ý", Z: "Ž" },
  ...{ a: "å", b: "ƀ", c: "ç", d: "ð", e: "é", f: "ƒ", g: "ĝ", h: "ĥ", i: "î", j: "ĵ", k: "ķ", l: "ļ", m: "ɱ", n: "ñ" },
  ...{ o: "ö", p: "þ", q: "ǫ", r: "ŕ", s: "š", t: "ţ", u: "û", v: "ṽ", w: "ŵ", x: "ẋ", y: "ý", z: "ž" },
};

/** The places of letters that are said twice, vowels before others, so that words grow as well as lines. */
function doubledIn(signs: readonly string[]): ReadonlySet<number> {
  const letters = signs.flatMap((sign, at) => (letter.test(sign) ? [at] : []));
  const vowels = letters.filter((at) => /[aeiou]/i.test(signs[at] ?? ""));
  const others = letters.filter((at) => !vowels.includes(at));
  const wanted = Math.floor(signs.length / 2);
  return new Set([...vowels, ...others].slice(0, wanted));
}

/** Half as long again, each letter with a mark: what German or Russian may need, and more height than English. */
function longer(words: string): string {
  const signs = [...words];
  const doubled = doubledIn(signs);
  return signs.map((sign, at) => (accents[sign] ?? sign).repeat(doubled.has(at) ? 2 : 1)).join("");
}

/** Each word runs from the right, in the letters that it has. */
function mirrored(words: string): string {
  return words.replaceAll(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu, (word) => `\u200f\u202e${word}\u202c\u200f`);
}

export const pseudoLocales = [
  { tag: "en-XA", endonym: "Långüåĝé öné", dir: "ltr", change: longer },
  { tag: "ar-XB", endonym: "Mirrored", dir: "rtl", change: mirrored },
] as const satisfies readonly PseudoLocale[];

/** An English text as a pseudo-locale says it. The brackets show where one is cut, or built of two. */
export function pseudoText({ change }: Pick<PseudoLocale, "change">, english: string): string {
  const parts = english.split(kept).map((part) => (kept.test(part) ? part : change(part)));
  return `[${parts.join("")}]`;
}

/** A file of `locales/en` as a pseudo-locale has it, with every plural form that its rules (CLDR) ask for. */
export function pseudoFile(locale: PseudoLocale, english: unknown): Readonly<Record<string, unknown>> {
  const source = textsByKey(english);
  const { pluralCategories } = new Intl.PluralRules(locale.tag).resolvedOptions();
  const texts = [...source].flatMap(([key, text]): [string, string][] => {
    const counted = countedKey(key, source);
    if (counted === undefined || key.endsWith("_zero")) return [[key, text]];
    const forms = pluralCategories.map((form) => `${counted}_${form}`);
    return forms.map((form) => [form, source.get(form) ?? source.get(`${counted}_other`) ?? text]);
  });
  return nested(texts.map(([key, text]) => [key, pseudoText(locale, text)]));
}

/** `[["landing.title", "…"]]` as `{ landing: { title: "…" } }`. */
function nested(texts: readonly (readonly [string, string])[]): Readonly<Record<string, unknown>> {
  const groups = new Map<string, (readonly [string, string])[]>();
  const own: Record<string, unknown> = {};
  for (const [key, text] of texts) {
    const at = key.indexOf(".");
    if (at < 0) own[key] = text;
    else {
      const name = key.slice(0, at);
      const group = groups.get(name) ?? [];
      groups.set(name, group);
      group.push([key.slice(at + 1), text]);
    }
  }
  return { ...own, ...Object.fromEntries([...groups].map(([name, group]) => [name, nested(group)])) };
}

/** The texts of a questionnaire as a pseudo-locale has them, as a file of `texts-2`. */
export function pseudoQuestionnaire(
  locale: PseudoLocale,
  english: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> {
  const of = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 12);
  const strings = Object.entries(english).map(([key, text]) => [
    key,
    { text: pseudoText(locale, text), status: "draft", of: of(text) },
  ]);
  return { language: locale.tag, revision: 2, by: "made for tests", strings: Object.fromEntries(strings) };
}
