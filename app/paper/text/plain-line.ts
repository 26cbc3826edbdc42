import { type FontSet, invisible, substitute } from "#app/paper/fonts/font-set";

// They turn round whatever follows, beyond the value they stand in.
const overrides = /[\u202a-\u202e]/g;
const lineEnds = /[\s\u0085\u2028\u2029]+/g;

/** A text as one paragraph: no line ends, nothing that turns its surroundings round, no tower of marks over the lines above. */
export function plainLine(text: string): string {
  return withoutOpenIsolates(text)
    .replace(/\p{Cs}/gu, substitute)
    .normalize("NFC")
    .replace(overrides, "")
    .replace(lineEnds, (spaces: string) => (/^\u00a0+$/.test(spaces) ? spaces : " "))
    .replace(/\p{Cc}/gu, "")
    .replace(/(\p{M}{6})\p{M}+/gu, "$1")
    .trim();
}

/** Isolates (Unicode's LRI, RLI, FSI) end with the value they stand in: one that nothing ends would take along what follows. */
function withoutOpenIsolates(text: string): string {
  const characters = [...text];
  const open: number[] = [];
  const kept = new Set<number>();
  for (const [at, character] of characters.entries()) {
    if (/[\u2066-\u2068]/.test(character)) open.push(at);
    const start = character === "\u2069" ? open.pop() : undefined;
    if (start !== undefined) kept.add(start).add(at);
  }
  return characters.filter((character, at) => kept.has(at) || !/[\u2066-\u2069]/.test(character)).join("");
}

/** The same with a box for each character that no font has. */
export function withSubstitutes(text: string, fonts: FontSet): string {
  let shown = "";
  for (const character of text) {
    const isDrawn = invisible.test(character) || fonts.fontOf(character.codePointAt(0) ?? 0) !== undefined;
    shown += isDrawn ? character : substitute;
  }
  return shown;
}
