/** A text, and the language it is in where that is not the language of the page. */
export type PageText = string | { readonly text: string; readonly lang: string; readonly dir: "ltr" | "rtl" };

/** The bare text, for titles and attributes. */
export function bareText(words: PageText): string {
  return typeof words === "string" ? words : words.text;
}
