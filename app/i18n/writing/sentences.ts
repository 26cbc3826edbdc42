const known = new Map<string, readonly [first: string, rest: string]>();

/** A text of ours cut after its first sentence, by the rules of its language (BCP 47); the pieces joined are the text. */
export function firstSentence(text: string, language: string): readonly [first: string, rest: string] {
  let cut = known.get(text);
  if (!cut) {
    const [sentence] = new Intl.Segmenter(language, { granularity: "sentence" }).segment(text);
    const first = sentence?.segment ?? text;
    cut = [first, text.slice(first.length)];
    known.set(text, cut);
  }
  return cut;
}

/** The sentences of a text, each once, in their order. */
export function distinctSentences(texts: readonly string[], language: string): readonly string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
  return [...new Set(texts.flatMap((text) => [...segmenter.segment(text)].map(({ segment }) => segment.trim())))];
}
