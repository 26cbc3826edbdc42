const pluralForm = /_(zero|one|two|few|many|other)$/;

/** Every text of a file by its key, `landing.title`; what is empty is not there. */
export function textsByKey(texts: unknown, before = ""): ReadonlyMap<string, string> {
  if (typeof texts !== "object" || texts === null) return new Map();
  return new Map(
    Object.entries(texts).flatMap(([key, text]): [string, string][] => {
      if (typeof text !== "string") return [...textsByKey(text, `${before}${key}.`)];
      return text === "" ? [] : [[before + key, text]];
    }),
  );
}

/** The key without its plural form, for a text that has forms; undefined for any other. */
export function countedKey(key: string, english: ReadonlyMap<string, string>): string | undefined {
  const counted = key.replace(pluralForm, "");
  return counted !== key && english.has(`${counted}_other`) ? counted : undefined;
}

/**
 * The keys that a file of a language lacks, each plural form that the language needs (CLDR) included: with one missing, i18next
 * would say some counts in English.
 * @param english the file of the source language, parsed
 * @param own the same file of the language, parsed; undefined where there is none
 * @param language BCP 47 tag
 */
export function missingTexts(english: unknown, own: unknown, language: string): readonly string[] {
  const source = textsByKey(english);
  const there = textsByKey(own);
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  const wanted = [...source.keys()].flatMap((key) => {
    const counted = countedKey(key, source);
    if (counted === undefined) return [key];
    // Where English has words for none of them, i18next looks for such words in every language.
    return [...(key.endsWith("_zero") ? [key] : []), ...pluralCategories.map((form) => `${counted}_${form}`)];
  });
  return [...new Set(wanted)].filter((key) => !there.has(key));
}
