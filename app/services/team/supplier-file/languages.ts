import { findLanguage, languages } from "#app/i18n/languages";
import { spellingKey } from "#terms/names";

const codes: Readonly<Record<string, string>> = {
  zh: "zh-Hans",
  cn: "zh-Hans",
  chinese: "zh-Hans",
  zhcn: "zh-Hans",
  zhsg: "zh-Hans",
  zhtw: "zh-Hant",
  zhhk: "zh-Hant",
  中文: "zh-Hans",
  pt: "pt-BR",
  portuguese: "pt-BR",
  jp: "ja",
  kr: "ko",
  vn: "vi",
};

function known(): Map<string, string> {
  const names = new Map<string, string>();
  // Every language's name in every language, so that "Vietnamesisch" and "ベトナム語" are read as well as "vi".
  for (const { tag, endonym } of languages) {
    for (const reader of languages) {
      const name = new Intl.DisplayNames(reader.tag, { type: "language" }).of(tag);
      if (name) names.set(spellingKey(name), tag);
    }
    names.set(spellingKey(endonym), tag);
    names.set(spellingKey(tag), tag);
  }
  for (const [code, tag] of Object.entries(codes)) names.set(code, tag);
  return names;
}

let names: Map<string, string> | undefined;

/** One of our languages from a tag or a name in any of them, or undefined. */
export function readLanguage(text: string): string | undefined {
  names ??= known();
  const folded = spellingKey(text);
  return names.get(folded) ?? names.get(spellingKey(text.split(/[-_ (]/)[0] ?? ""));
}

const byCountry = new Map<string, string>();

/** The language most people of a country (ISO 3166-1 alpha-2) read, where it is one of ours; else English. */
export function languageOfCountry(country: string): string {
  const before = byCountry.get(country);
  if (before) return before;
  const { language, script } = new Intl.Locale(`und-${country}`).maximize();
  const tag = language === "zh" ? `zh-${script === "Hant" ? "Hant" : "Hans"}` : language === "pt" ? "pt-BR" : language;
  const found = findLanguage(tag)?.tag ?? "en";
  byCountry.set(country, found);
  return found;
}
