import type { Line, PlacedCluster } from "#app/paper/text/lines";
import type { Glyph } from "#app/paper/text/shape";
import { type EmbeddedFont, hexOf, hexOfGlyph } from "./embed-font";

/** Where a line begins on its page, in points from its upper left corner, and how large its letters are. */
export type LinePlace = { readonly left: number; readonly baseline: number; readonly size: number };

type Pen = { font?: EmbeddedFont; x: number };

/**
 * The operators that draw a line. They stand in the order in which it is read, each letter at its own place, so that a line
 * that is heard or copied is the line that was written.
 */
export function lineOperators(
  line: Line,
  { left, baseline, size }: LinePlace,
  embedded: (cluster: PlacedCluster) => EmbeddedFont,
): string {
  const pen: Pen = { x: Number.NaN };
  const out: string[] = ["BT"];
  let glyphs = "";
  const flush = () => {
    if (glyphs) out.push(`<${glyphs}> Tj`);
    glyphs = "";
  };
  for (const cluster of line.clusters) {
    const [only, second] = cluster.glyphs;
    if (!only) continue;
    const font = embedded(cluster);
    if (pen.font !== font) {
      flush();
      out.push(`/${font.name} ${size} Tf`);
      pen.font = font;
      pen.x = Number.NaN;
    }
    const x = left + cluster.left;
    if (!second && font.standsFor(only.id, cluster.text)) {
      const [at, rise] = [x + only.x * size, only.y * size];
      // Not NaN, and nothing between this letter and the one before.
      if (!(Math.abs(at - pen.x) < 0.01) || rise !== 0) {
        flush();
        out.push(moveTo(at, baseline - rise));
      }
      glyphs += hexOfGlyph(only.id);
      pen.x = rise === 0 ? at + advance(cluster, only.id) * size : Number.NaN;
      continue;
    }
    flush();
    out.push(...partOperators(cluster, font, { left: x, baseline, size }));
    pen.x = Number.NaN;
  }
  flush();
  return [...out, "ET"].join("\n");
}

function advance({ font: { font, unitsPerEm } }: PlacedCluster, glyph: number): number {
  return font.glyphHAdvance(glyph) / unitsPerEm;
}

/**
 * Draws a cluster of which the text is said once. Readers take the space between its first and its last glyph for its width, so
 * glyphs that take no space never come last, and say nothing where one letter says it all.
 */
function partOperators(cluster: PlacedCluster, font: EmbeddedFont, { left, baseline, size }: LinePlace): string[] {
  const [first, ...rest] = cluster.glyphs.filter(({ id }) => advance(cluster, id) > 0);
  const marks = cluster.glyphs.filter(({ id }) => advance(cluster, id) <= 0);
  const draw = ({ id, x, y }: Glyph) => {
    font.uses(id);
    return [moveTo(left + x * size, baseline - y * size), `<${hexOfGlyph(id)}> Tj`];
  };
  const saying = (text: string, glyphs: readonly Glyph[]) =>
    glyphs.length === 0 ? [] : [`/Span <</ActualText <feff${hexOf(text)}>>> BDC`, ...glyphs.flatMap(draw), "EMC"];
  if (!first || rest.length > 0) return saying(cluster.text, [...(first ? [first] : []), ...marks, ...rest]);
  const letter = font.standsFor(first.id, cluster.text) ? draw(first) : saying(cluster.text, [first]);
  return [...letter, ...saying("", marks)];
}

// The page is measured from its top, which turns letters upside down unless they are turned back.
function moveTo(x: number, y: number): string {
  return `1 0 0 -1 ${x.toFixed(2)} ${y.toFixed(2)} Tm`;
}
