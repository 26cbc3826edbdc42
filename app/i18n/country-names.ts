const made = new Map<string, { readonly names: Intl.DisplayNames; readonly known: Map<string, string> }>();

/**
 * The name of a country (ISO 3166-1 alpha-2) in a language. Made on the server only: a browser's own table may know
 * other names, and the page would not match what was sent.
 */
export function countryName(code: string, language: string): string {
  // `of` throws for anything that is not a code at all.
  if (!/^[A-Z]{2}$/.test(code)) return code;
  let ofLanguage = made.get(language);
  if (!ofLanguage) {
    ofLanguage = { names: new Intl.DisplayNames(language, { type: "region" }), known: new Map() };
    made.set(language, ofLanguage);
  }
  const { names, known } = ofLanguage;
  const name = known.get(code) ?? names.of(code) ?? code;
  known.set(code, name);
  return name;
}
