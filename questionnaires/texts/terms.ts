/** A term of the glossary: what it is in English, and the ways in which a language says it. */
export type Term = { readonly english: string; readonly own: readonly string[] };

/** A place where a term is said otherwise than the glossary says it. */
export type TermPlace = { readonly key: string; readonly term: string; readonly wanted: readonly string[] };

/**
 * The terms of a language out of the table of the glossary.
 * @param rows cells by column, the first row being the headings: `term_en`, and one column for each language (BCP 47)
 */
export function termsOf(rows: readonly (readonly string[])[], language: string): readonly Term[] {
  const [head = [], ...lines] = rows;
  const [english, own] = [head.indexOf("term_en"), head.indexOf(language)];
  return lines.flatMap((cells) => {
    const ways = (cells[own] ?? "").split(/[（）()/、;；]|,\s/).map((way) => way.trim());
    const given = ways.filter((way) => way !== "");
    return given.length === 0 ? [] : [{ english: cells[english] ?? "", own: given }];
  });
}

/**
 * The places where the English text has a term and the translation has none of its ways. Words are compared by the first three
 * fifths of their letters, since languages bend them; what is inserted into a text is no word of it.
 * @param english and own: texts by key
 */
export function termPlaces(
  terms: readonly Term[],
  english: ReadonlyMap<string, string>,
  own: ReadonlyMap<string, string>,
): readonly TermPlace[] {
  const known = terms.map((term) => ({ ...term, test: testOf(term.english) }));
  return [...own].flatMap(([key, text]) => {
    const source = bare(english.get(key) ?? "");
    const said = bare(text).toLowerCase();
    return known
      .filter(({ test, own: ways }) => test.test(source) && !ways.some((way) => isSaid(way, said)))
      .map(({ english: term, own: wanted }) => ({ key, term, wanted }));
  });
}

/** A name, as of a band, is written with a capital letter; "low" is any word. */
function testOf(english: string): RegExp {
  return new RegExp(`\\b${escaped(english)}s?\\b`, /^\p{Lu}/u.test(english) ? "" : "i");
}

function isSaid(way: string, text: string): boolean {
  return stemsOf(way).every((stem) => text.includes(stem));
}

function stemsOf(way: string): readonly string[] {
  return way
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/^ال/, ""))
    .map((word) => word.slice(0, Math.max(3, Math.ceil(word.length * 0.6))));
}

function bare(text: string): string {
  return text.replace(/\{\{[^}]*\}\}/g, "").replaceAll("\u00ad", "");
}

function escaped(text: string): string {
  return text.replace(/s?$/, "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
