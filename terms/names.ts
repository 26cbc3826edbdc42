/** Latin letters that Unicode does not take apart into a letter and a mark. */
const undividedLetters: Readonly<Record<string, string>> = {
  đ: "d",
  ð: "d",
  ø: "o",
  ł: "l",
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ħ: "h",
};

/** Arabic writers use these in place of each other at the end of a word. */
const exchangedLetters: Readonly<Record<string, string>> = { ى: "ي", ة: "ه" };

/**
 * A name as it is searched, sorted and recognised: one form for each letter, lower case, no accents, single spaces. Only
 * accents of Latin, Greek and Cyrillic go: in Thai or Hindi the marks are vowels. Databases hold what this gives, so it
 * must go on giving the same for the same text.
 */
export function foldName(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replace(/[đðøłıßæœþħ]/g, (letter) => undividedLetters[letter] ?? letter)
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * A folded name for deciding what a typed word means, where nothing is stored: also without invisible characters, and
 * without the marks and with one form of the letters that Arabic may be written with.
 */
export function foldSpelling(text: string): string {
  return foldName(text.replace(/\p{Cf}/gu, ""))
    .normalize("NFD")
    .replace(/[\u0610-\u061a\u0640\u064b-\u065f\u0670]/g, "")
    .normalize("NFC")
    .replace(/[ىة]/g, (letter) => exchangedLetters[letter] ?? letter);
}

/** A folded spelling of letters, marks and digits only, so that "E-mail", "e mail" and "Email" agree. */
export function spellingKey(text: string): string {
  return foldSpelling(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
}
