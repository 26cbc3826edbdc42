type Marks = { readonly item: string; readonly comma: string; readonly colon: string };

const latin: Marks = { item: ", ", comma: ", ", colon: ": " };

/** By the language of a tag; all others set these marks as English does. */
const marks: Readonly<Record<string, Marks>> = {
  ar: { item: "، ", comma: "، ", colon: ": " },
  ja: { item: "、", comma: "、", colon: "：" },
  zh: { item: "、", comma: "，", colon: "：" },
};

function marksOf(language: string): Marks {
  return marks[language.slice(0, 2)] ?? latin;
}

/** Things of one kind in a row: `Spain, Portugal`, `西班牙、葡萄牙`. */
export function joinItems(items: readonly string[], language: string): string {
  return items.join(marksOf(language).item);
}

/** Statements in a row, such as the cells of a line. */
export function joinStatements(statements: readonly string[], language: string): string {
  return statements.join(marksOf(language).comma);
}

/** A label before its value. A label that asks ends as it is: `Country: Spain`, `Is it a state company? No`. */
export function joinLabel(label: string, value: string, language: string): string {
  if (label.endsWith("？")) return label + value;
  if (/[?؟]$/.test(label)) return `${label} ${value}`;
  return `${label.replace(/[:：.。]\s*$/, "")}${marksOf(language).colon}${value}`;
}
