import type { Country } from "#scoring/editions/schemas";
import { commonNames } from "./common-names";
import { foldedKey, foldedWords } from "./name-words";

/** Languages whose country names are understood besides those of the list itself. */
export const nameLanguages = [
  "en",
  "zh-Hans",
  "zh-Hant",
  "ko",
  "ja",
  "ru",
  "vi",
  "th",
  "id",
  "bn",
  "tr",
  "ar",
  "es",
  "pt",
  "fr",
  "de",
];

/** Languages of neighbours and buyers in which lists are met besides. */
const moreLanguages = ["it", "nl", "pl", "cs", "ro", "sv", "hi", "ms", "fa", "ur"];

/** Words that can mean more than one country, or none at all; they are offered for choice, never matched. */
const ambiguousNames: [names: string[], countries: string[]][] = [
  [
    ["Congo", "Kongo", "Конго", "الكونغو", "刚果", "剛果", "コンゴ", "콩고", "คองโก", "কঙ্গো"],
    ["CD", "CG"],
  ],
  // Read by `readKorea`; here for what is misspelt.
  [
    ["Korea", "Corea", "Corée", "Coreia", "Kore", "Корея", "كوريا", "কোরিয়া", "เกาหลี"],
    ["KP", "KR"],
  ],
  [
    ["Republic of China", "ROC"],
    ["CN", "TW"],
  ],
  [["Virgin Islands"], ["VG", "VI"]],
  [
    ["Guyane", "Guiana", "Guayana"],
    ["GF", "GY"],
  ],
  [["America"], ["US"]],
  // In lists these mean "not available" and "no" as often as Namibia and Norway.
  [["NA"], ["NA"]],
  [["no"], ["NO"]],
];

/** Folded names and the countries they stand for: one, or several that they cannot tell apart. */
export type NameIndex = {
  /** Never a match, whatever the other maps say. */
  unsure: Map<string, string[]>;
  /** ISO alpha-2 and alpha-3 codes in capitals. */
  codes: Map<string, string>;
  /** Names and aliases of the list: they win over names in other languages. */
  own: Map<string, Set<string>>;
  foreign: Map<string, Set<string>>;
  /** Folded words of the list's own names, to find a country inside a longer text. */
  words: { iso2: string; words: string[] }[];
};

function add(index: Map<string, Set<string>>, key: string, iso2: string): void {
  if (key === "") return;
  const found = index.get(key);
  if (found) found.add(iso2);
  else index.set(key, new Set([iso2]));
}

/** "Myanmar (Birmania)" is also known by what stands outside the brackets and by what stands inside. */
function partsOf(name: string): string[] {
  const bracket = /^(.*?)\s*[(（](.*?)[)）]\s*$/u.exec(name.normalize("NFKC"));
  if (!bracket) return [];
  return [bracket[1] ?? "", bracket[2] ?? ""].filter((part) => part.length > 3);
}

type Named = { iso2: string; name: string };

const regionNames = (language: string) =>
  (["long", "short"] as const).map(
    (style) => new Intl.DisplayNames([language], { type: "region", style, fallback: "none" }),
  );

function foreignNames(countries: Country[], languages: string[]): Named[] {
  return languages.flatMap(regionNames).flatMap((names) =>
    countries.flatMap(({ iso2 }) => {
      const name = names.of(iso2);
      return name ? [{ iso2, name }] : [];
    }),
  );
}

/** What most people of each country call it: "Polska" for Poland. */
function ownNames(countries: Country[], known: string[]): Named[] {
  return countries.flatMap(({ iso2 }) => {
    const { language } = new Intl.Locale(`und-${iso2}`).maximize();
    if (known.includes(language)) return [];
    const name = new Intl.DisplayNames([language], { type: "region", fallback: "none" }).of(iso2);
    return name ? [{ iso2, name }] : [];
  });
}

function indexForeignNames(countries: Country[], languages: string[]): Map<string, Set<string>> {
  const foreign = new Map<string, Set<string>>();
  const all = [...languages, ...moreLanguages];
  const named = [...foreignNames(countries, all), ...ownNames(countries, all)];
  for (const { iso2, name } of named) add(foreign, foldedKey(name), iso2);
  const whole = new Set(foreign.keys());
  for (const { iso2, name } of named) {
    // The bracket after Hong Kong and Macao names the country they belong to, not another name of theirs.
    const parts = iso2 === "HK" || iso2 === "MO" ? [] : partsOf(name).map(foldedKey);
    for (const key of parts) if (!whole.has(key)) add(foreign, key, iso2);
  }
  return foreign;
}

/** Builds the index of everything a country may be called. Takes about a tenth of a second; keep the result. */
export function indexCountryNames(countries: Country[], languages = nameLanguages): NameIndex {
  const own = new Map<string, Set<string>>();
  const codes = new Map<string, string>();
  const words: NameIndex["words"] = [];
  for (const { iso2, iso3, name, aliases } of countries) {
    codes.set(iso2, iso2).set(iso3, iso2);
    for (const called of [name, ...aliases, ...(commonNames[iso2] ?? [])]) {
      add(own, foldedKey(called), iso2);
      words.push({ iso2, words: foldedWords(called) });
    }
  }
  const unsure = new Map(
    ambiguousNames.flatMap(([names, iso2s]) => names.map((name): [string, string[]] => [foldedKey(name), iso2s])),
  );
  const foreign = indexForeignNames(countries, languages);
  // "Mỹ" is the United States in Vietnamese, and without its mark the code of Malaysia.
  for (const [key, iso2s] of own) {
    const isCode = codes.has(key.toUpperCase());
    if (isCode) for (const iso2 of iso2s) add(foreign, key, iso2);
  }
  return { unsure, codes, own, foreign, words };
}
