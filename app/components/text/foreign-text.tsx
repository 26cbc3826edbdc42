import type { PageText } from "#app/i18n/page-text";

/** Draws words; foreign ones say which language they are in, so that they are read out and set as such. */
export function ForeignText({ words }: { words: PageText }) {
  if (typeof words === "string") return <>{words}</>;
  return (
    <span lang={words.lang} dir={words.dir}>
      {words.text}
    </span>
  );
}
