/** Latin letters that Unicode does not take apart into a letter and a mark. */
const plainLetters: Record<string, string> = {
  ı: "i",
  ø: "o",
  ł: "l",
  đ: "d",
  æ: "ae",
  œ: "oe",
  ß: "ss",
  // Arabic writers use these in place of each other at the end of a word.
  ى: "ي",
  ة: "ه",
};

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
 * The words of a name without case, accents, punctuation and empty English words, in their order.
 * Vowel signs of Thai, Bengali and the like stay, because names differ by them.
 */
export function foldedWords(text: string): string[] {
  const plain = text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670]/g, "")
    .normalize("NFC")
    .replace(/[ıøłđæœßىة]/g, (letter) => plainLetters[letter] ?? letter)
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
