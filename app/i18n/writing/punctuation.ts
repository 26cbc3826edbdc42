import { isolate } from "./isolate";

type Marks = { readonly item: string; readonly comma: string; readonly colon: string; readonly full?: true };

const latin: Marks = { item: ", ", comma: ", ", colon: ": " };

/** By the language of a tag; all others set these marks as English does. */
const marks: Readonly<Record<string, Marks>> = {
  ar: { item: "، ", comma: "، ", colon: ": " },
  // A space that does not break stands before the colon.
  fr: { item: ", ", comma: ", ", colon: "\u00a0: " },
  ja: { item: "、", comma: "、", colon: "：", full: true },
  // A space ends what English ends with a comma.
  th: { item: ", ", comma: " ", colon: ": " },
  zh: { item: "、", comma: "，", colon: "：", full: true },
};

function marksOf(language: string): Marks {
  return marks[language.slice(0, 2)] ?? latin;
}

/** Things of one kind in a row: `Spain, Portugal`, `西班牙、葡萄牙`. */
export function joinItems(items: readonly string[], language: string): string {
  return items.map((item) => isolate(item, language)).join(marksOf(language).item);
}

/** Statements in a row, such as the cells of a line. */
export function joinStatements(statements: readonly string[], language: string): string {
  return statements.join(marksOf(language).comma);
}

/**
 * A label before its value, which is kept apart where it runs the other way. A label that asks ends as it is: `Country: Spain`,
 * `Is it a state company? No`.
 */
export function joinLabel(label: string, value: string, language: string): string {
  const { text, mark } = labelMark(label, language);
  return text + mark + isolate(value, language);
}

/** A label as it stands before a value, and the mark between the two. */
export function labelMark(label: string, language: string): { readonly text: string; readonly mark: string } {
  if (label.endsWith("？")) return { text: label, mark: "" };
  if (/[?؟]$/.test(label)) return { text: label, mark: " " };
  return { text: label.replace(/[\s\u00a0]*[:：.。।]\s*$/, ""), mark: marksOf(language).colon };
}

/** What stands between things of one kind, and between statements. */
export function separatorsOf(language: string): { readonly items: string; readonly statements: string } {
  const { item, comma } = marksOf(language);
  return { items: item, statements: comma };
}

/** Words with what is said aside: `China Time (UTC+8)`, `中国时间（UTC+8）`. */
export function inBrackets(words: string, aside: string, language: string): string {
  return marksOf(language).full ? `${words}（${aside}）` : `${words} (${aside})`;
}

/** What stands before and after a figure of so many per cent: `25%`, `25 %`, `%25`. */
export function percentMarks(language: string): readonly [before: string, after: string] {
  const parts = new Intl.NumberFormat(language, { style: "percent", numberingSystem: "latn" }).formatToParts(0.1);
  const at = parts.findIndex(({ type }) => type === "integer");
  const side = (marks: typeof parts) => marks.map(({ value }) => value).join("");
  return [side(parts.slice(0, at)), side(parts.slice(at + 1))];
}
