/** Stands in a text where it names whoever asks. */
export const buyerMark = "{{buyer}}";

/** Text that stands for the name where it is not known, such as "the buyer". */
export const someBuyer = "buyer";

type TextsByLanguage = {
  readonly languages: readonly string[];
  get(language: string): { readonly strings: ReadonlyMap<string, string> } | undefined;
};

/** What is wrong with the marks of texts: other names than the one there is, and nothing to say where it is not known. */
export function markProblems(texts: TextsByLanguage, sourceLanguage: string): readonly string[] {
  const all = texts.languages.flatMap((language) =>
    [...(texts.get(language)?.strings ?? [])].map(([key, text]) => ({ place: `texts ${language}: ${key}`, text })),
  );
  const isMarked = all.some(({ text }) => text.includes(buyerMark));
  return [
    ...all
      .filter(({ text }) => /\{\{|\}\}/.test(text.replaceAll(buyerMark, "")))
      .map(({ place }) => `${place}: it can only insert ${buyerMark}`),
    ...(isMarked && !texts.get(sourceLanguage)?.strings.has(someBuyer)
      ? [`texts ${sourceLanguage}: there is no "${someBuyer}", though a text inserts it`]
      : []),
  ];
}
