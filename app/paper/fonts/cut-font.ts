import { readFile } from "node:fs/promises";
import { Blob, Face, Font } from "harfbuzzjs";
import subsetFont from "subset-font";
import { withTables } from "./table-list";

/** What a font of the product may be drawn in. */
export type Weight = 400 | 600;

/** A piece of a font with the characters of one text. */
export type CutFont = {
  /** Shapes text, in units of `unitsPerEm`. */
  readonly font: Font;
  readonly unitsPerEm: number;
  /** Code points that it really has. */
  readonly characters: ReadonlySet<number>;
  /** A TrueType font with the same glyphs under the same numbers and nothing that only shaping needs. */
  readonly embedded: Buffer;
  /** The same as a font of its own, for whoever shapes by themselves. */
  readonly whole: Uint8Array;
};

// What HarfBuzz turns on by itself, vertical writing aside: each other feature would bring glyphs along that nothing draws.
const keepFeatures = (
  "ccmp locl rlig liga clig calt rclt kern mark mkmk curs dist abvm blwm isol init medi fina fin2 fin3 med2 " +
  "nukt akhn rphf rkrf pref blwf half abvf pstf cjct vatu cfar pres abvs blws psts haln ljmo vjmo tjmo"
).split(" ");

// What draws letters. A PDF says itself what its glyphs stand for, and shaping is done by then.
const drawn = ["head", "hhea", "maxp", "hmtx", "loca", "glyf"];

/** Cuts out of a variable font what a text needs, in one weight. `text`: with the pieces that its characters are made of. */
export async function cutFont(file: string, text: string, weight: Weight): Promise<CutFont> {
  const variable = await readFile(file);
  const cut = await subsetFont(variable, text, {
    targetFormat: "truetype",
    variationAxes: { wght: weight },
    noHinting: true,
    keepFeatures,
  });
  const face = new Face(new Blob(cut));
  return {
    font: new Font(face),
    unitsPerEm: face.upem,
    characters: new Set(face.collectUnicodes()),
    embedded: withTables(cut, drawn),
    whole: cut,
  };
}
