import { type CountryMatch, matchCountry } from "#scoring/editions/index";

export type CountryReader = (text: string) => CountryMatch;

/**
 * Different texts that may turn out to be no country before a column is taken for something else. Searching for near
 * misses takes milliseconds each, and 100,000 addresses in the wrong column would take a quarter of an hour.
 */
const mostUnknown = 300;

const unread: CountryMatch = { suggestions: [] };

/** Reads the countries of one list, each different text once. */
export function countryReader(): CountryReader {
  const read = new Map<string, CountryMatch>();
  let unknown = 0;
  return (text) => {
    const before = read.get(text);
    if (before) return before;
    if (unknown >= mostUnknown) return unread;
    const match = matchCountry(text);
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
