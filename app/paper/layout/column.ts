import type { FontSet } from "#app/paper/fonts/font-set";
import { type Paper, sheet } from "#app/paper/pdf/paper";
import { breakLines, type Line } from "#app/paper/text/lines";
import { plainLine, withSubstitutes } from "#app/paper/text/plain-line";
import { shapeParagraph, type Writing } from "#app/paper/text/shape";

/** How a text is drawn: sizes and lengths in points. */
export type Look = {
  readonly size: number;
  readonly leading: number;
  readonly bold?: boolean;
  readonly grey?: boolean;
};

/** The lines of a text, not yet anywhere. */
export type TextBlock = { readonly lines: readonly Line[]; readonly look: Look; readonly dir: Writing["dir"] };

export type Fonts = { readonly plain: FontSet; readonly bold: FontSet };

/** Space between the edges of a sheet and what is on it. */
export const margin = { side: 51, top: 40, bottom: 62 };

const ink = "0.11 g";
const greyInk = "0.36 g";

/** Puts texts on sheets from top to bottom, and begins a new one where they are full. */
export class Column {
  y = margin.top;
  /** Whether a box stands for some character. */
  hasSubstitutes = false;

  constructor(
    readonly paper: Paper,
    private readonly fonts: Fonts,
    private readonly writing: Writing,
  ) {
    paper.newSheet();
  }

  get width(): number {
    return sheet.width - 2 * margin.side;
  }

  /** Breaks a text into lines of a width, in the language it is in. */
  text(text: string, look: Look, width: number, writing: Writing = this.writing): TextBlock {
    const fonts = look.bold ? this.fonts.bold : this.fonts.plain;
    const plain = plainLine(text);
    const shown = withSubstitutes(plain, fonts);
    this.hasSubstitutes ||= shown !== plain;
    const clusters = shapeParagraph(shown, fonts, writing);
    return {
      lines: breakLines(shown, clusters, { size: look.size, width, language: writing.language }),
      look,
      dir: writing.dir,
    };
  }

  /** Begins a new sheet unless so much still fits on this one. */
  need(height: number): void {
    if (this.y + height <= sheet.height - margin.bottom) return;
    this.paper.newSheet();
    this.y = margin.top;
  }

  /**
   * Draws a block as a part of an element. `from`: how far from the side where lines begin; `width`: of the space that lines
   * from the other side are set against. Moves down by its height.
   */
  put(element: PDFKit.PDFStructureElement, block: TextBlock, place: { from?: number; width?: number } = {}): void {
    const { from = 0, width = this.width - from } = place;
    for (const line of block.lines) {
      this.need(block.look.leading);
      this.paper.draw(element, this.#operators(line, block, from, width));
      this.y += block.look.leading;
    }
  }

  /** Draws the first line of a block at the foot of the present sheet, as no part of the text. */
  foot(block: TextBlock): void {
    this.y = sheet.height - margin.bottom + 22;
    for (const line of block.lines.slice(0, 1)) {
      this.paper.decorate(this.#operators(line, block, 0, this.width), "Pagination");
    }
  }

  /** The left edge of a part of the sheet. */
  startOf(from: number, width: number): number {
    return this.writing.dir === "rtl" ? sheet.width - margin.side - from - width : margin.side + from;
  }

  #operators(line: Line, { look, dir }: TextBlock, from: number, width: number): string {
    const start = this.startOf(from, width);
    const left = dir === "rtl" ? start + width - line.width : start;
    // Letters stand in the middle of their line, a little below it.
    const baseline = this.y + look.leading / 2 + look.size * 0.36;
    const operators = this.paper.line(line, { left, baseline, size: look.size });
    return [look.grey ? greyInk : ink, operators].join("\n");
  }

  /** A line across, or across a part that begins `from` the side where lines begin. */
  rule(weight = 0.5, { from = 0, width = this.width - from }: { from?: number; width?: number } = {}): void {
    const y = this.y.toFixed(2);
    const left = this.startOf(from, width);
    this.paper.decorate(`q 0.75 G ${weight} w ${left} ${y} m ${left + width} ${y} l S Q`);
  }
}
