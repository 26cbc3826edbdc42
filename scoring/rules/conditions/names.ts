import type { Answers } from "#questionnaires/answers";
import type { Names } from "#scoring/rules/schema/name-rules";
import { spellingKey } from "#terms/names";

export type IsName = (text: string | undefined) => text is string;

/** Answers of one rating hold the same texts again and again, and so do those of many. */
const mostKept = 10_000;
const keys = new Map<string, string>();

/** The spelling key of a text, kept for the next time. */
function keyOf(text: string): string {
  const known = keys.get(text);
  if (known !== undefined) return known;
  const key = spellingKey(text);
  if (keys.size >= mostKept) keys.clear();
  keys.set(text, key);
  return key;
}

/**
 * Tells a name from a text that only fills a box: a placeholder of some script, or nothing but signs, or a single letter.
 * Without a list every text is a name.
 */
export function nameReader(names: Names | undefined): IsName {
  if (names === undefined) return (text): text is string => text !== undefined;
  const placeholders = placeholderKeys(names);
  return (text): text is string => {
    if (text === undefined) return false;
    const key = keyOf(text);
    // A letter outside the first plane is two units long.
    return key.length > 1 && !placeholders.has(key) && (key.length > 2 || [...key].length > 1);
  };
}

/** Whether a text is nothing but signs, or one of the placeholders; a single letter is no placeholder, for it may be right. */
export function placeholderReader(names: Names | undefined): (text: string) => boolean {
  const placeholders = placeholderKeys(names);
  return (text) => {
    const key = keyOf(text);
    return key === "" || placeholders.has(key);
  };
}

function placeholderKeys(names: Names | undefined): ReadonlySet<string> {
  return new Set(Object.values(names?.placeholders ?? {}).flatMap((texts) => texts.map(spellingKey)));
}

/** Whether a text is a name of the supplier itself. */
export function isOwnName(names: Names | undefined, answers: Answers, text: string): boolean {
  const key = keyOf(text);
  return (names?.own ?? []).some(({ question, part }) => {
    const given = answers[question]?.value?.[part];
    return typeof given === "string" && keyOf(given) === key;
  });
}
