/** A text, and the language it is in where that is not the language of the page. */
export type Words = string | { readonly text: string; readonly lang: string; readonly dir: "ltr" | "rtl" };

/** Draws words; foreign ones say which language they are in, so that they are read out and set as such. */
export function Said({ words }: { words: Words }) {
  if (typeof words === "string") return <>{words}</>;
  return (
    <span lang={words.lang} dir={words.dir}>
      {words.text}
    </span>
  );
}

/** The bare text, for titles and attributes. */
export function plainWords(words: Words): string {
  return typeof words === "string" ? words : words.text;
}
