import { type PageLine, type PageText, textsIn } from "#app/i18n/page-text";
import { isolate } from "./isolate";
import { labelMark, separatorsOf } from "./punctuation";

/** As `joinItems`, of words that may be in several languages. What is foreign is kept apart by its own element. */
export function itemsLine(items: readonly PageLine[], language: string): PageLine {
  return joined(
    items.map((item) => keptApart(item, language)),
    separatorsOf(language).items,
  );
}

/** As `joinStatements`, of words that may be in several languages. */
export function statementsLine(statements: readonly PageLine[], language: string): PageLine {
  return joined(statements, separatorsOf(language).statements);
}

/** As `joinLabel`, of words that may be in several languages. */
export function labelLine(label: PageText, value: PageLine, language: string): PageLine {
  const { text, mark } = labelMark(typeof label === "string" ? label : label.text, language);
  const head: PageText = typeof label === "string" ? text : { ...label, text };
  return merged([head, mark, ...textsIn(keptApart(value, language))]);
}

/** A line in which what runs the other way than the page is kept apart. */
export function keptApart(line: PageLine, language: string): PageLine {
  return merged(textsIn(line).map((words) => (typeof words === "string" ? isolate(words, language) : words)));
}

function joined(lines: readonly PageLine[], mark: string): PageLine {
  return merged(lines.flatMap((line, at) => [...(at > 0 ? [mark] : []), ...textsIn(line)]));
}

/** Neighbours in the language of the page are one text, so that a line without foreign words is a plain one. */
function merged(texts: readonly PageText[]): PageLine {
  const all: PageText[] = [];
  for (const words of texts) {
    const last = all.at(-1);
    if (typeof words === "string" && typeof last === "string") all[all.length - 1] = last + words;
    else if (words !== "") all.push(words);
  }
  const [only = "", ...others] = all;
  return others.length === 0 ? only : all;
}
