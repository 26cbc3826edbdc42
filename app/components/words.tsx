import type { Words } from "#app/i18n/words";

/** Draws words; foreign ones say which language they are in, so that they are read out and set as such. */
export function Said({ words }: { words: Words }) {
  if (typeof words === "string") return <>{words}</>;
  return (
    <span lang={words.lang} dir={words.dir}>
      {words.text}
    </span>
  );
}
