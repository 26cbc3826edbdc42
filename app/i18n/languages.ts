/** A language people can choose. `complete` says whether every text of the interface is there in it. */
export type Language = {
  /** BCP 47 tag, also the folder name below locales/. */
  tag: string;
  /** The language's own name for itself, in its own script. */
  endonym: string;
  dir: "ltr" | "rtl";
  complete: boolean;
};

/** Every language of the product, in the order a list shows them. Texts missing in one are shown in English. */
export const languages = [
  { tag: "en", endonym: "English", dir: "ltr", complete: true },
  { tag: "zh-Hans", endonym: "简体中文", dir: "ltr", complete: false },
  { tag: "zh-Hant", endonym: "繁體中文", dir: "ltr", complete: false },
  { tag: "ko", endonym: "한국어", dir: "ltr", complete: false },
  { tag: "ja", endonym: "日本語", dir: "ltr", complete: false },
  { tag: "ru", endonym: "Русский", dir: "ltr", complete: false },
  { tag: "vi", endonym: "Tiếng Việt", dir: "ltr", complete: false },
  { tag: "th", endonym: "ไทย", dir: "ltr", complete: false },
  { tag: "id", endonym: "Bahasa Indonesia", dir: "ltr", complete: false },
  { tag: "bn", endonym: "বাংলা", dir: "ltr", complete: false },
  { tag: "tr", endonym: "Türkçe", dir: "ltr", complete: false },
  { tag: "ar", endonym: "العربية", dir: "rtl", complete: false },
  { tag: "es", endonym: "Español", dir: "ltr", complete: false },
  { tag: "pt-BR", endonym: "Português (Brasil)", dir: "ltr", complete: false },
  { tag: "fr", endonym: "Français", dir: "ltr", complete: false },
  { tag: "de", endonym: "Deutsch", dir: "ltr", complete: false },
] as const satisfies readonly Language[];

export type LanguageTag = (typeof languages)[number]["tag"];

export const defaultLanguage: LanguageTag = "en";

/** The language with exactly this tag, or undefined. */
export function findLanguage(tag: string | null | undefined): (Language & { tag: LanguageTag }) | undefined {
  return languages.find((language) => language.tag === tag);
}

/** What a campaign offers its suppliers to read, as BCP 47 tags; absent: all languages. */
export type LanguageOffer = { readonly offered?: readonly string[] | undefined };

/** The language with this tag where suppliers of a campaign may read it, or undefined. English is always offered. */
export function offeredLanguage({ offered }: LanguageOffer, tag: string | null | undefined): LanguageTag | undefined {
  const language = findLanguage(tag)?.tag;
  return language === defaultLanguage || offered === undefined || offered.includes(language ?? "")
    ? language
    : undefined;
}

/** All that suppliers of a campaign may read, in the order a list shows them. */
export function offeredLanguages(offer: LanguageOffer): readonly (Language & { tag: LanguageTag })[] {
  return languages.filter(({ tag }) => offeredLanguage(offer, tag) !== undefined);
}

/** The language with this tag where every text of the interface is there in it, else English: what pages of the team are in. */
export function languageWithAllTexts(tag: string): LanguageTag {
  const language = findLanguage(tag);
  return language?.complete ? language.tag : defaultLanguage;
}

const byLowerCase = new Map<string, LanguageTag>(languages.map(({ tag }) => [tag.toLowerCase(), tag]));

/** Chinese is asked for by region more often than by script; the region tells the script. */
const chineseByRegion: Record<string, LanguageTag> = { tw: "zh-Hant", hk: "zh-Hant", mo: "zh-Hant", hant: "zh-Hant" };

function nearestLanguage(range: string): LanguageTag | undefined {
  const [base, ...rest] = range.toLowerCase().split("-");
  if (base === "zh") return rest.map((part) => chineseByRegion[part]).find(Boolean) ?? "zh-Hans";
  if (base === "pt") return "pt-BR";
  return byLowerCase.get(base ?? "");
}

/**
 * The best of our languages for an Accept-Language header (RFC 9110, section 12.5.4), or undefined when it names none.
 * A range with weight 0 is a refusal and never chosen.
 */
export function preferredLanguage(acceptLanguage: string | null | undefined): LanguageTag | undefined {
  const ranges = (acceptLanguage ?? "")
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [range = "", ...parameters] = part.trim().split(";");
      const weight = parameters.find((parameter) => parameter.trim().startsWith("q="));
      return { range, weight: weight ? Number(weight.trim().slice(2)) : 1 };
    });
  return ranges
    .filter(({ range, weight }) => range !== "" && weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ range }) => nearestLanguage(range))
    .find(Boolean);
}
