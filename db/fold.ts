/** Latin letters that Unicode does not take apart into a letter and a mark. */
const undivided: Readonly<Record<string, string>> = {
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

/**
 * A text as it is compared and searched: one form for each letter, lower case, no accents, single spaces. Only accents of
 * Latin, Greek and Cyrillic go: in Thai or Hindi the marks are vowels. SQLite itself can fold ASCII only.
 */
export function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replace(/[đðøłıßæœþħ]/g, (letter) => undivided[letter] ?? letter)
    .replace(/\s+/g, " ")
    .trim();
}
