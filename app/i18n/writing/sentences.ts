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

/** Texts one after the other, each without the sentences at its beginning that were said before it. */
export function withoutSaid(texts: readonly string[], language: string): readonly string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
  const said = new Set<string>();
  return texts.flatMap((text) => {
    const sentences = [...segmenter.segment(text)].map(({ segment }) => segment.trim());
    const first = sentences.findIndex((sentence) => !said.has(sentence));
    for (const sentence of sentences) said.add(sentence);
    return first < 0 ? [] : [sentences.slice(first).join(" ")];
  });
}
