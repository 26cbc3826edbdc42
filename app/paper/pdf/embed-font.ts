import type { CutFont } from "#app/paper/fonts/cut-font";
import { tableAt } from "#app/paper/fonts/table-list";

type Reference = PDFKit.PDFKitReference;

/** A font as a PDF has it: what a page calls it, and which text each of its glyphs stands for. */
export type EmbeddedFont = {
  readonly name: string;
  readonly reference: Reference;
  /** Says what a glyph stands for. False where it stands for something else elsewhere: then the text has to say it itself. */
  standsFor(glyph: number, text: string): boolean;
  /** Draws a glyph that is a part of a text said otherwise. */
  uses(glyph: number): void;
  /** Writes it, when all that it draws is known. */
  end(): void;
};

/** Puts a font into a document, whole and under a name of its own: `number` tells it from the others. */
export function embedFont(doc: PDFKit.PDFDocument, cut: CutFont, number: number): EmbeddedFont {
  const reference = doc.ref({});
  const texts = new Map<number, string>();
  const used = new Set<number>();
  return {
    name: `F${number}`,
    reference,
    standsFor(glyph, text) {
      const known = texts.get(glyph);
      used.add(glyph);
      if (known === undefined) texts.set(glyph, text);
      return known === undefined || known === text;
    },
    uses: (glyph) => void used.add(glyph),
    end() {
      // Six letters and a plus sign say that the font is a part of one.
      const name = `${subsetTag(number)}+NotoSans`;
      Object.assign(reference.data, {
        Type: "Font",
        Subtype: "Type0",
        BaseFont: name,
        Encoding: "Identity-H",
        DescendantFonts: [descendant(doc, cut, name, used)],
        ToUnicode: stream(doc, toUnicode(texts), {}),
      });
      reference.end("");
    },
  };
}

function subsetTag(number: number): string {
  return [...number.toString(26).padStart(6, "0")]
    .map((digit) => String.fromCharCode(65 + Number.parseInt(digit, 26)))
    .join("");
}

function stream(doc: PDFKit.PDFDocument, body: string | Buffer, facts: object): Reference {
  const reference = doc.ref(facts);
  reference.end(body);
  return reference;
}

function descendant(doc: PDFKit.PDFDocument, cut: CutFont, name: string, used: ReadonlySet<number>): Reference {
  const descriptor = doc.ref({
    Type: "FontDescriptor",
    FontName: name,
    // Symbolic: glyphs are called by number.
    Flags: 4,
    ...measures(cut),
    ItalicAngle: 0,
    StemV: 80,
    FontFile2: stream(doc, cut.embedded, { Length1: cut.embedded.length }),
  });
  descriptor.end("");
  const font = doc.ref({
    Type: "Font",
    Subtype: "CIDFontType2",
    BaseFont: name,
    CIDSystemInfo: { Registry: new String("Adobe"), Ordering: new String("Identity"), Supplement: 0 },
    FontDescriptor: descriptor,
    DW: 1000,
    W: widths(cut, used),
    CIDToGIDMap: "Identity",
  });
  font.end("");
  return font;
}

/** In thousandths of the size, from the tables `head` and `hhea`. */
function measures({ embedded, unitsPerEm }: CutFont): object {
  const per = (units: number) => Math.round((units * 1000) / unitsPerEm);
  const head = tableAt(embedded, "head");
  const hhea = tableAt(embedded, "hhea");
  const box = [36, 38, 40, 42].map((at) => per(embedded.readInt16BE(head + at)));
  const [ascent, descent] = [embedded.readInt16BE(hhea + 4), embedded.readInt16BE(hhea + 6)];
  return { FontBBox: box, Ascent: per(ascent), Descent: per(descent), CapHeight: 714 };
}

function widths({ font, unitsPerEm }: CutFont, used: ReadonlySet<number>): unknown[] {
  return [...used].flatMap((glyph) => [glyph, [(font.glyphHAdvance(glyph) * 1000) / unitsPerEm]]);
}

/** Lower-case hex of a text in UTF-16, as a PDF writes it. */
export function hexOf(text: string): string {
  return Buffer.from(text, "utf16le").swap16().toString("hex");
}

export function hexOfGlyph(glyph: number): string {
  return glyph.toString(16).padStart(4, "0");
}

/** The table of texts by glyph, a hundred lines at a time as the format wants it. */
function toUnicode(texts: ReadonlyMap<number, string>): string {
  const lines = [...texts].map(([glyph, text]) => `<${hexOfGlyph(glyph)}> <${hexOf(text)}>`);
  const parts: string[] = [];
  for (let at = 0; at < lines.length; at += 100) {
    const some = lines.slice(at, at + 100);
    parts.push(`${some.length} beginbfchar`, ...some, "endbfchar");
  }
  return [
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
    "1 begincodespacerange <0000> <ffff> endcodespacerange",
    ...parts,
    "endcmap CMapName currentdict /CMap defineresource pop end end",
  ].join("\n");
}
