import { type CutFont, cutFont, type Weight } from "./cut-font";
import { type Slice, slicesWith } from "./slices";

/** The fonts of one text in one weight, and which of them draws which character. */
export type FontSet = {
  /** Undefined for a character that no font has. */
  fontOf(character: number): CutFont | undefined;
  readonly fonts: readonly CutFont[];
};

/** Characters that are drawn by none and only say how their neighbours are. */
export const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]/u;

/** Stands for a character that no font has. */
export const substitute = "□";

// A bracket of a line from right to left is drawn as its other half.
const pairs = ["()", "[]", "{}", "<>", "«»", "‹›"];

/** The characters of a text with those that shaping may take them apart into or put them together as. */
function charactersOf(text: string): ReadonlySet<number> {
  const forms = [text, text.normalize("NFC"), text.normalize("NFD"), text.normalize("NFKD"), substitute].join("");
  const mirrored = pairs.filter((pair) => [...pair].some((half) => text.includes(half))).join("");
  return new Set([...forms, ...mirrored].map((character) => character.codePointAt(0) ?? 0));
}

/**
 * Finds fonts for all characters of a text, in the order that suits its language (BCP 47). What `unicode.json` of a package
 * promises is not always in its font: such a character is looked for in the next one.
 */
export async function fontSet(text: string, language: string, weight: Weight): Promise<FontSet> {
  const characters = charactersOf(text);
  const found = new Map<number, CutFont>();
  const open = new Map([...characters].map((character) => [character, slicesWith(character, language)]));
  const fonts: CutFont[] = [];
  while (open.size > 0) {
    for (const [slice, wanted] of nextSlices(open)) {
      // The pieces of a character and the joiners between them have to be in its own font.
      const all = String.fromCodePoint(...characters);
      const cut = await cutFont(slice.file, piecesWith(wanted, slice, all), weight);
      fonts.push(cut);
      for (const character of wanted) {
        if (!cut.characters.has(character)) continue;
        found.set(character, cut);
        open.delete(character);
      }
    }
  }
  return { fonts, fontOf: (character) => found.get(character) };
}

/** For each file the characters that it is the next to be asked for. A character whose files are all asked is given up. */
function nextSlices(open: Map<number, Generator<Slice>>): Map<Slice, Set<number>> {
  const wanted = new Map<Slice, Set<number>>();
  for (const [character, slices] of open) {
    const next = slices.next();
    if (next.done) open.delete(character);
    else wanted.set(next.value, (wanted.get(next.value) ?? new Set()).add(character));
  }
  return wanted;
}

// Marks and joiners belong to whatever letter they stand with, so each font gets those of the text that it has.
const withLetters = /\p{M}|\u200c|\u200d|\u25cc/u;

function piecesWith(wanted: ReadonlySet<number>, { ranges }: Slice, all: string): string {
  const marks = [...all, "\u25cc"].filter((character) => {
    const point = character.codePointAt(0) ?? 0;
    return withLetters.test(character) && ranges.some(([first, last]) => point >= first && point <= last);
  });
  return String.fromCodePoint(...wanted) + marks.join("");
}
