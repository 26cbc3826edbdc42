/** The first count of each plural category of a language: whole numbers up to here reach all that whole numbers can have. */
const most = 1_000_000;
/** Every category that comes before a million comes before this. */
const near = 200;

const known = new Map<string, ReadonlyMap<Intl.LDMLPluralRule, number>>();

/** A count for each plural category (CLDR) that whole numbers have in a language (BCP 47). */
function countsOf(language: string): ReadonlyMap<Intl.LDMLPluralRule, number> {
  let counts = known.get(language);
  if (counts === undefined) {
    const rules = new Intl.PluralRules(language);
    const found = new Map<Intl.LDMLPluralRule, number>();
    for (const count of [...Array.from({ length: near }, (_, at) => at), most]) {
      const category = rules.select(count);
      if (!found.has(category)) found.set(category, count);
    }
    counts = found;
    known.set(language, counts);
  }
  return counts;
}

/**
 * A text by the plural categories of a language, for a script that counts in the browser and picks by `Intl.PluralRules`.
 * @param text says it of a count
 */
export function countedForms(language: string, text: (count: number) => string): Readonly<Record<string, string>> {
  return Object.fromEntries([...countsOf(language)].map(([category, count]) => [category, text(count)]));
}
