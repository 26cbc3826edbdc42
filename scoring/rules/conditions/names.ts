import type { Answers } from "#questionnaires/answers";
import type { RuleSet } from "#scoring/rules/rule-set";
import { spellingKey } from "#terms/names";

type Names = RuleSet["names"];
export type IsName = (text: string | undefined) => text is string;

/** Answers of one rating hold the same texts again and again, and so do those of many. */
const mostKept = 10_000;

/**
 * Tells a name from a text that only fills a box: a placeholder of some script, or nothing but signs, or a single letter.
 * Without a list every text is a name.
 */
export function nameReader(names: Names): IsName {
  if (names === undefined) return (text): text is string => text !== undefined;
  const placeholders = new Set(Object.values(names.placeholders).flat().map(spellingKey));
  const known = new Map<string, boolean>();
  const read = (text: string): boolean => {
    const key = spellingKey(text);
    return [...key].length > 1 && !placeholders.has(key);
  };
  return (text): text is string => {
    if (text === undefined) return false;
    const found = known.get(text);
    if (found !== undefined) return found;
    const isName = read(text);
    if (known.size >= mostKept) known.clear();
    known.set(text, isName);
    return isName;
  };
}

/** Whether a text is nothing but signs, or one of the placeholders; a single letter is no placeholder, for it may be right. */
export function placeholderReader(names: Names): (text: string) => boolean {
  const placeholders = new Set(Object.values(names?.placeholders ?? {}).flatMap((texts) => texts.map(spellingKey)));
  return (text) => {
    const key = spellingKey(text);
    return key === "" || placeholders.has(key);
  };
}

/** The names of the supplier itself, as they are compared. */
export function ownNames(names: Names, answers: Answers): ReadonlySet<string> {
  const own = new Set<string>();
  for (const { question, part } of names?.own ?? []) {
    const given = answers[question]?.value?.[part];
    if (typeof given === "string") own.add(spellingKey(given));
  }
  return own;
}
