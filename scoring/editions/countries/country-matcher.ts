import type { Country } from "#scoring/editions/schemas";
import { editDistance } from "./edit-distance";
import { readKorea, withBothKoreas } from "./koreas";
import { indexCountryNames, type NameIndex } from "./name-index";
import { partsOf } from "./name-parts";
import { foldedKey, foldedWords } from "./name-words";

/** Exactly one country, or those it may be, nearest first (none when nothing comes near). Codes are ISO alpha-2. */
export type CountryMatch = { iso2: string } | { suggestions: string[] };

const mostSuggestions = 5;
/** Longer than any country's formal name; more is not a name but a page. */
const longestName = 120;
/** Words of a formal style before a name: "Kingdom of Thailand", "Federal Republic of Nigeria". */
const styles = new Set([
  "arab",
  "democratic",
  "federal",
  "federative",
  "hashemite",
  "islamic",
  "kingdom",
  "peoples",
  "principality",
  "republic",
  "socialist",
  "sultanate",
]);

/** The text itself, and with its last part first: "Korea, Republic of" and "Iran (Islamic Republic of)". */
function readings(text: string): string[] {
  const parted = /^([^,(（]+)[,(（]\s*([^)）]*?)\s*[)）]?\s*$/u.exec(text);
  return parted ? [text, `${parted[2]} ${parted[1]}`] : [text];
}

function withoutStyle(text: string): string | undefined {
  const words = foldedWords(text);
  const first = words.findIndex((word) => !styles.has(word));
  return first > 0 ? words.slice(first).join("") : undefined;
}

const single = (iso2s: Iterable<string>): CountryMatch => {
  const [first, ...rest] = iso2s;
  return first && rest.length === 0 ? { iso2: first } : { suggestions: first ? [first, ...rest] : [] };
};

/**
 * Two or three plain letters are a code or an alias such as "UK". A code in capitals is certain; in small letters it
 * may be a word of another language: Vietnamese typed without marks has "Nga" for Russia and "Ao" for Austria.
 */
function readShort(text: string, index: NameIndex): CountryMatch {
  const code = index.codes.get(text.toUpperCase());
  const foreign = index.foreign.get(foldedKey(text)) ?? [];
  if (code && text === text.toUpperCase()) return { iso2: code };
  if (code) return single(new Set([code, ...foreign]));
  const own = index.own.get(foldedKey(text));
  return own ? single(own) : { suggestions: [...foreign] };
}

/** What the text names outright, if anything. */
function readName(text: string, index: NameIndex): CountryMatch | undefined {
  const keys = readings(text).map(foldedKey);
  const bare = readings(text).flatMap((reading) => withoutStyle(reading) ?? []);
  const certain: [Map<string, Iterable<string>>, string[]][] = [
    [index.own, keys],
    [index.foreign, keys],
    [index.own, bare],
  ];
  const unsure = keys.map((key) => index.unsure.get(key)).find(Boolean);
  if (unsure) return { suggestions: unsure };
  for (const [names, wanted] of certain) {
    for (const key of wanted) {
      const found = names.get(key);
      if (found) return single(found);
    }
  }
  const stripped = bare.map((key) => index.unsure.get(key)).find(Boolean);
  return stripped ? { suggestions: stripped } : undefined;
}

/** Where `part` stands in `whole` as a run of words, or -1. */
function runAt(part: string[], whole: string[]): number {
  return whole.findIndex((_, start) => part.every((word, offset) => whole[start + offset] === word));
}

/** Countries named inside a longer text ("Shenzhen, China") or by a part of their name ("Papua"); longest first. */
function namedInside(text: string, index: NameIndex): string[] {
  const words = foldedWords(text);
  const inside = index.words
    .filter((name) => name.words.join("").length > 2 && runAt(name.words, words) >= 0)
    .sort((a, b) => b.words.length - a.words.length);
  const taken: string[][] = [];
  const whole = inside.filter((name) => {
    if (taken.some((longer) => longer.length > name.words.length && runAt(name.words, longer) >= 0)) return false;
    taken.push(name.words);
    return true;
  });
  const part = index.words.filter((name) => words.join("").length > 3 && runAt(words, name.words) >= 0);
  const other = /[^\p{Script=Latin}\P{L}]/u.test(text) ? [...index.own, ...index.foreign] : [];
  const key = words.join("");
  const joined = other.filter(([name]) => [...name].length > 1 && /\P{ASCII}/u.test(name) && key.includes(name));
  return [
    ...whole.map(({ iso2 }) => iso2),
    ...part.map(({ iso2 }) => iso2),
    ...joined.sort(([a], [b]) => b.length - a.length).flatMap(([, iso2s]) => [...iso2s]),
  ];
}

function misspelt(text: string, index: NameIndex): string[] {
  const key = foldedKey(text);
  const length = [...key].length;
  if (length < 4) return [];
  const limit = length < 6 ? 1 : length < 12 ? 2 : 3;
  const near: { iso2: string; distance: number }[] = [];
  for (const names of [index.own, index.foreign, index.unsure]) {
    for (const [name, iso2s] of names) {
      const distance = editDistance(key, name, limit);
      if (distance <= limit) near.push(...[...iso2s].map((iso2) => ({ iso2, distance })));
    }
  }
  near.sort((a, b) => a.distance - b.distance || (a.iso2 < b.iso2 ? -1 : 1));
  return near.map(({ iso2 }) => iso2);
}

/** What a text without parts names outright: a country, or those that it cannot tell apart. */
function readOutright(name: string, index: NameIndex): CountryMatch | undefined {
  const korea = readKorea(name);
  if (korea) return korea;
  const unsure = index.unsure.get(foldedKey(name));
  if (unsure) return { suggestions: unsure };
  return /^[A-Za-z]{1,3}$/.test(name) ? readShort(name, index) : readName(name, index);
}

const meant = (match: CountryMatch) => ("iso2" in match ? [match.iso2] : match.suggestions);

/**
 * A country that is named twice, as in "BD - Bangladesh", "Congo, DRC" and "中国 China": every part must be a country, and all
 * of them the same one.
 */
function readParts(name: string, index: NameIndex): CountryMatch | undefined {
  for (const parts of partsOf(name)) {
    const read = parts.map((part) => readOutright(part, index)).map((match) => (match ? meant(match) : []));
    if (read.some((countries) => countries.length === 0)) continue;
    const [first = [], ...others] = read;
    const same = first.filter((country) => others.every((countries) => countries.includes(country)));
    if (same.length === 1) return single(same);
    if (same.length === 0) return { suggestions: [...new Set(read.flat())] };
  }
  return undefined;
}

/**
 * Makes a reader of country names as people write them in lists: codes, names and aliases of `countries`, names in the
 * launch languages and in the country's own. A near miss is only ever suggested, and one of the Koreas never without the
 * other. The index is built at the first call.
 */
export function countryMatcher(countries: Country[]): (text: string) => CountryMatch {
  let built: NameIndex | undefined;
  return (text) => {
    const name = text.normalize("NFKC").trim().replace(/\s+/g, " ");
    if (name === "" || name.length > longestName) return { suggestions: [] };
    built ??= indexCountryNames(countries);
    const outright = readOutright(name, built);
    if (outright && ("iso2" in outright || readKorea(name))) return outright;
    const inParts = readParts(name, built);
    if (inParts && "iso2" in inParts) return inParts;
    const certain = outright ?? inParts;
    const near = certain ? meant(certain) : [...namedInside(name, built), ...misspelt(name, built)];
    return { suggestions: withBothKoreas(name, [...new Set(near)].slice(0, mostSuggestions)) };
  };
}
