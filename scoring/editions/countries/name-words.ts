import { foldSpelling } from "#terms/names";

/** English short forms in the names of countries; in other names they would be words of their own. */
const abbreviations: Record<string, string> = {
  st: "saint",
  rep: "republic",
  dem: "democratic",
  utd: "united",
  is: "islands",
  isl: "islands",
};

const emptyWords = new Set(["the", "of", "and"]);

/**
 * The words of a country's name without case, accents, punctuation and empty English words, in their order.
 * Vowel signs of Thai, Bengali and the like stay, because names differ by them.
 */
export function foldedWords(text: string): string[] {
  const plain = foldSpelling(text)
    .replace(/(^|\P{L})st\./gu, "$1saint ")
    .replace(/(?<=\p{L})[.'’‘ʻʼ`´](?=\p{L})/gu, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
  const words = plain.split(" ").map((word) => abbreviations[word] ?? word);
  const telling = words.filter((word) => !emptyWords.has(word));
  return telling.length > 0 ? telling : words;
}

/** The folded words run together, so that "Guinea-Bissau", "guinea bissau" and "GuineaBissau" agree. */
export function foldedKey(text: string): string {
  return foldedWords(text).join("");
}
