import bidiFactory from "bidi-js";
import { Direction, Buffer as ShapedText, shape } from "harfbuzzjs";
import type { CutFont } from "#app/paper/fonts/cut-font";
import { type FontSet, invisible } from "#app/paper/fonts/font-set";

/** A glyph within its cluster. All lengths are parts of the size of the letters. */
export type Glyph = { readonly id: number; readonly x: number; readonly y: number };

/** The smallest piece of text that is drawn as a whole: a letter with its marks, or letters that grew together. */
export type Cluster = {
  readonly text: string;
  /** Place in the paragraph, in UTF-16 units. */
  readonly start: number;
  readonly font: CutFont;
  /** From left to right; none for what is invisible. */
  readonly glyphs: readonly Glyph[];
  readonly width: number;
  /** Of the Unicode bidirectional algorithm: odd from right to left. */
  readonly level: number;
};

export type Writing = { readonly language: string; readonly dir: "ltr" | "rtl" };

const bidi = bidiFactory();

type Run = { readonly start: number; readonly end: number; readonly font: CutFont; readonly level: number };

/** The clusters of one paragraph in the order in which they are read. Every character of it must have a font or be invisible. */
export function shapeParagraph(text: string, fonts: FontSet, { language, dir }: Writing): readonly Cluster[] {
  const { levels } = bidi.getEmbeddingLevels(text, dir);
  return runsOf(text, levels, fonts).flatMap((run) => shapeRun(text, run, language));
}

/** Pieces that are of one font and run one way. */
function runsOf(text: string, levels: Uint8Array, fonts: FontSet): readonly Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const character of text) {
    const last = runs.at(-1);
    const level = levels[at] ?? 0;
    const font = fontFor(character, last?.font, fonts);
    const end = at + character.length;
    if (font && last && last.font === font && last.level === level) runs[runs.length - 1] = { ...last, end };
    else if (font) runs.push({ start: at, end, font, level });
    at = end;
  }
  return runs;
}

/** A mark stays with its letter where that font has it, and what is invisible always does. */
function fontFor(character: string, before: CutFont | undefined, fonts: FontSet): CutFont | undefined {
  const point = character.codePointAt(0) ?? 0;
  if (invisible.test(character)) return before ?? fonts.fonts[0];
  return before?.characters.has(point) && /\p{M}/u.test(character) ? before : fonts.fontOf(point);
}

type Group = { glyphs: Glyph[]; width: number; isRaised: boolean };

/** A letter that hangs from the one before, as in Bengali, belongs to it: alone it would be read as a line of its own. */
function joinRaised(groups: Map<number, Group>): void {
  let before: Group | undefined;
  for (const [start, group] of groups) {
    if (before && group.isRaised) {
      const { width } = before;
      before.glyphs.push(...group.glyphs.map((glyph) => ({ ...glyph, x: glyph.x + width })));
      before.width += group.width;
      groups.delete(start);
    } else before = group;
  }
}

function shapeRun(text: string, { start, end, font, level }: Run, language: string): readonly Cluster[] {
  const buffer = new ShapedText();
  // With the text around it, which decides how letters join.
  buffer.addText(text, start, end - start);
  buffer.guessSegmentProperties();
  buffer.setDirection(level % 2 === 1 ? Direction.RTL : Direction.LTR);
  buffer.setLanguage(language);
  shape(font.font, buffer);
  const groups = new Map<number, Group>();
  for (const { codepoint: id, cluster, xAdvance = 0, xOffset = 0, yOffset = 0 } of buffer.getGlyphInfosAndPositions()) {
    const group = groups.get(cluster) ?? { glyphs: [], width: 0, isRaised: false };
    groups.set(cluster, group);
    group.glyphs.push({ id, x: group.width + xOffset / font.unitsPerEm, y: yOffset / font.unitsPerEm });
    group.width += xAdvance / font.unitsPerEm;
    group.isRaised ||= xAdvance > 0 && yOffset !== 0;
  }
  if (level % 2 === 0) joinRaised(groups);
  const starts = [...groups.keys()].sort((one, other) => one - other);
  return starts.map((from, at) => {
    const own = text.slice(from, starts[at + 1] ?? end);
    const { glyphs, width } = groups.get(from) ?? { glyphs: [], width: 0 };
    const isDrawn = [...own].some((character) => !invisible.test(character));
    return { text: own, start: from, font, level, width: isDrawn ? width : 0, glyphs: isDrawn ? glyphs : [] };
  });
}
