import { type CountryMatch, matchCountry, referenceLists } from "#scoring/editions/index";

export type CountryReader = (text: string) => CountryMatch;

/**
 * Different texts that may turn out to be no country before a column is taken for something else. Searching for near
 * misses takes milliseconds each, and 100,000 addresses in the wrong column would take a quarter of an hour.
 */
const mostUnknown = 300;

const unread: CountryMatch = { suggestions: [] };

/** What a country cell is read with: countries chosen by a person, by the text of the cell, and an export's own codes. */
type CountryChoices = { readonly countries?: Readonly<Record<string, string>>; readonly own?: object };

/**
 * Reads the countries of one list, each different text once. In an export of ours a code is a code: elsewhere "NA" may mean
 * that there is none.
 */
export function countryReader({ countries = {}, own }: CountryChoices = {}): CountryReader {
  const chosen = Object.entries(countries).filter(([, iso2]) => referenceLists.findCountry(iso2) !== undefined);
  const read = new Map<string, CountryMatch>(chosen.map(([text, iso2]) => [text, { iso2 }]));
  let unknown = 0;
  return (text) => {
    const before = read.get(text);
    if (before) return before;
    if (unknown >= mostUnknown) return unread;
    const match = own && referenceLists.findCountry(text) ? { iso2: text } : matchCountry(text);
    if (!("iso2" in match)) unknown++;
    read.set(text, match);
    return match;
  };
}

/** Whether a cell is plainly a country, for telling columns apart. */
export function isCountry(cell: string, countryOf: CountryReader): boolean {
  const text = cell.trim();
  if (text.length <= 2 && text !== text.toUpperCase()) return false;
  return text !== "" && text.length <= 60 && !/[\d@]/.test(text) && "iso2" in countryOf(text);
}
