/** What may be found in a document that its buyer lets keep apart, instead of refusing it. A virus is never among them. */
export const keptApartFor = ["macros", "holds-files", "remote", "script", "locked"] as const;
export type KeptApartFor = (typeof keptApartFor)[number];

/** Whether a word is the code of one of these. */
export function isKeptApartFor(word: string): word is KeptApartFor {
  return keptApartFor.some((one) => one === word);
}
