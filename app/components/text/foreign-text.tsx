import { type PageLine, type PageText, textsIn } from "#app/i18n/page-text";

/** Draws words; foreign ones say which language they are in, so that they are read out and set as such. */
export function ForeignText({ words }: { words: PageLine }) {
  if (typeof words === "string") return <>{words}</>;
  // biome-ignore lint/suspicious/noArrayIndexKey: parts of a line never change places
  return textsIn(words).map((text, at) => <Part key={at} words={text} />);
}

function Part({ words }: { words: PageText }) {
  if (typeof words === "string") return words;
  return (
    <span lang={words.lang} dir={words.dir}>
      {words.text}
    </span>
  );
}
