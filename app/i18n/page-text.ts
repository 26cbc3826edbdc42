import { findLanguage } from "./languages";

/** Words in another language than the page they stand on. `lang`: BCP 47. */
export type ForeignWords = { readonly text: string; readonly lang: string; readonly dir: "ltr" | "rtl" };

/** A text, and the language it is in where that is not the language of the page. */
export type PageText = string | ForeignWords;

/** One line of which parts may be in another language than the page, in the order they are read. */
export type PageLine = PageText | readonly PageText[];

/** A text as it stands on a page written in `ui`. `lang`: what the text is really in. */
export function pageText({ text, lang }: { readonly text: string; readonly lang: string }, ui: string): PageText {
  return lang === ui ? text : { text, lang, dir: findLanguage(lang)?.dir ?? "ltr" };
}

/** The parts of a line, each in one language. */
export function textsIn(line: PageLine): readonly PageText[] {
  return typeof line === "string" || "text" in line ? [line] : line;
}

/** The bare text, for titles and attributes. */
export function bareText(line: PageLine): string {
  return textsIn(line)
    .map((words) => (typeof words === "string" ? words : words.text))
    .join("");
}
