/** About how wide a letter is at the size of all words in drawings, in units of a drawing. */
export const letter = 6.4;

/** A text in lines of at most so many letters, as far as its words allow; what a line cannot hold is cut. */
export function linesOf(
  text: string,
  { letters, most }: { readonly letters: number; readonly most: number },
): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).flatMap((one) => broken(one, letters))) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const kept = lines.slice(0, most).map((line) => cut(line, letters));
  if (lines.length > most) kept[most - 1] = cut(`${kept[most - 1] ?? ""}…`, letters);
  return kept;
}

/** A word in pieces that a line holds. */
function broken(word: string, letters: number): readonly string[] {
  if (word.length <= letters) return [word];
  return [`${word.slice(0, letters - 1)}-`, ...broken(word.slice(letters - 1), letters)];
}

/** A text that is no longer than so many letters. */
export function cut(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, letters - 1)}…`;
}

export function tenth(figure: number): number {
  return Math.round(figure * 10) / 10;
}
