const made = new Map<string, Intl.DisplayNames>();

/**
 * The name of a country (ISO 3166-1 alpha-2) in a language. Made on the server only: a browser's own table may know
 * other names, and the page would not match what was sent.
 */
export function countryName(code: string, language: string): string {
  let names = made.get(language);
  if (!names) {
    names = new Intl.DisplayNames(language, { type: "region" });
    made.set(language, names);
  }
  // `of` throws for anything that is not a code at all.
  return /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code;
}
