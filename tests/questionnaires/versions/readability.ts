/**
 * Names and terms of law that a text cannot do without, and the glossary explains. Each counts as one short word, so that the
 * grade is that of the words which are the writer's own.
 */
const legalTerms = [
  "International Labour Organization (ILO)",
  "Uyghur Forced Labor Prevention Act (UFLPA)",
  "UN Security Council resolution 2397 (2017)",
  "CAATSA, section 321(b)",
  "US federal contracts (FAR 52.222-50)",
  "UK Modern Slavery Act",
  "Dhaka Principles",
  "clear and convincing evidence",
  "reasonable care",
  "Democratic People’s Republic of Korea (North Korea)",
  "Xinjiang Uyghur Autonomous Region",
  "North Korean (DPRK)",
  "North Korea (DPRK)",
  "North Korean",
  "labour transfer or pairing programme",
  "labour cooperation firm",
  "recruitment fees or related costs",
  "recruitment costs",
  "recruitment fees",
  "subcontractors",
  "subcontractor",
  "foreign nationals",
  "nationality",
  "citizen",
  "identity cards",
  "guarantor",
  "deposit",
  "overtime",
  "forced labour",
  "migrant workers",
  "labour agents",
  "withhold release order (WRO)",
  "US Department of Labor",
] as const;

/**
 * Flesch-Kincaid grade level of an English text: 0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid and others, 1975).
 * Syllables are counted by groups of vowels, without a silent ending.
 */
export function fleschKincaidGrade(text: string): number {
  const plain = legalTerms.reduce((shorter, term) => shorter.replaceAll(term, "law"), text);
  const sentences = plain.split(/(?<=[.?!:;])\s+/u).filter((sentence) => /\w/u.test(sentence));
  const words = plain.match(/[\p{L}\d][\p{L}\d’'.,%-]*/gu) ?? [];
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return (0.39 * words.length) / sentences.length + (11.8 * syllables) / words.length - 15.59;
}

function syllablesIn(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/gu, "");
  const spoken = letters.length > 3 ? letters.replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/u, "") : letters;
  return Math.max(1, spoken.replace(/^y/u, "").match(/[aeiouy]{1,2}/gu)?.length ?? 1);
}
