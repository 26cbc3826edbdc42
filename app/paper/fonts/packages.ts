const prefix = "@fontsource-variable/noto-sans";

/** Packages with the letters of one script, in the order in which they are asked. Noto, SIL Open Font License 1.1. */
const scripts = [
  "arabic",
  "hebrew",
  "thai",
  "lao",
  "khmer",
  "myanmar",
  "bengali",
  "tamil",
  "telugu",
  "kannada",
  "malayalam",
  "gujarati",
  "gurmukhi",
  "oriya",
  "sinhala",
  "georgian",
  "armenian",
  "ethiopic",
] as const;

/** The same character is drawn differently in each of these: a language is read in its own, and the others fill its gaps. */
const eastAsian: Record<string, readonly string[]> = {
  ja: ["jp", "sc", "tc", "kr"],
  ko: ["kr", "jp", "tc", "sc"],
  "zh-Hant": ["tc", "sc", "jp", "kr"],
};

const own: Record<string, string> = { ar: "arabic", th: "thai", bn: "bengali", ja: "jp", ko: "kr" };

function ownScript(language: string): string | undefined {
  if (language === "zh-Hans") return "sc";
  return language === "zh-Hant" ? "tc" : own[language];
}

/**
 * The font packages for a text in a language (BCP 47), best first. Marks that several of them have, such as quotation marks, are
 * taken from the language's own; Latin, Greek, Cyrillic and Devanagari are always the same.
 */
export function fontPackages(language: string): readonly string[] {
  const first = ownScript(language);
  const names = [...scripts, ...(eastAsian[language] ?? ["sc", "tc", "jp", "kr"])];
  const others = names.filter((name) => name !== first).map((name) => `${prefix}-${name}`);
  return [...(first ? [`${prefix}-${first}`] : []), prefix, ...others];
}
