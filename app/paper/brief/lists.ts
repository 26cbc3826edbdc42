import type { Column, Look, TextBlock } from "#app/paper/layout/column";
import type { BriefList, BriefRow, BriefWords } from "#app/views/team/supplier/brief-sheet";
import type { BriefLooks } from "./looks";

/** A part of the width of the sheet, in points. */
export type Part = { readonly from: number; readonly width: number };

/** Lines that a row may take before its end is left out. */
const mostLines = 2;

/** A text in an element of its own. */
export function drawText(column: Column, type: string, text: string, look: Look, part?: Part): void {
  const element = column.paper.element(type);
  column.put(element, column.text(text, look, part?.width ?? column.width), part);
  element.end();
}

/** A text in so many lines, with a mark where its end is left out. */
export function clipped(column: Column, text: string, look: Look, width: number, most = mostLines): TextBlock {
  const block = column.text(text, look, width);
  if (block.lines.length <= most) return block;
  const kept = block.lines.slice(0, most).flatMap(({ clusters }) => clusters);
  const end = kept.slice(0, -3).at(-1);
  const shown = text.slice(0, end ? end.start + end.text.length : 0).trimEnd();
  const shorter = column.text(`${shown}…`, look, width);
  return { ...shorter, lines: shorter.lines.slice(0, most) };
}

function drawHeading(column: Column, heading: string, looks: BriefLooks, part: Part): void {
  column.y += 8 * looks.scale;
  column.need(looks.heading.leading + looks.body.leading);
  drawText(column, "H2", heading, looks.heading, part);
  column.y += 2 * looks.scale;
  column.rule(0.75, part);
  column.y += 3 * looks.scale;
}

/** A list with the first `most` of its rows; what is left out is counted. */
export function drawList(
  column: Column,
  { heading, rows, all, rest, note }: BriefList,
  looks: BriefLooks,
  part: Part,
  most = rows.length,
): void {
  drawHeading(column, heading, looks, part);
  const shown = rows.slice(0, most);
  if (shown.length > 0) {
    const list = column.paper.element("L");
    for (const row of shown) drawRow(column, list, row, looks, part);
    list.end();
  }
  const left = all - shown.length;
  if (left > 0) drawText(column, "P", rest.replace("{count}", String(left)), looks.small, part);
  if (note !== undefined) drawText(column, "P", note, looks.small, part);
}

/** What is known at the start of its line, and what is said of it at the end. */
function drawRow(
  column: Column,
  list: PDFKit.PDFStructureElement,
  { text, value, isBold }: BriefRow,
  looks: BriefLooks,
  { from, width }: Part,
): void {
  const valueLook = isBold ? looks.value : looks.body;
  const valueText = clipped(column, value, valueLook, width * 0.6);
  const valueWidth = Math.max(0, ...valueText.lines.map((line) => line.width));
  const own = width - (valueWidth > 0 ? valueWidth + 10 : 0);
  const ownText = clipped(column, text, looks.body, own);
  const lines = Math.max(ownText.lines.length, valueText.lines.length);
  column.need(lines * looks.body.leading);
  const top = column.y;
  const item = column.paper.element("LI", {}, list);
  const label = column.paper.element("Lbl", {}, item);
  column.put(label, ownText, { from, width: own });
  label.end();
  column.y = top;
  const body = column.paper.element("LBody", {}, item);
  column.put(body, valueText, { from: from + width - valueWidth, width: valueWidth });
  body.end();
  item.end();
  column.y = top + lines * looks.body.leading + 1.5;
  column.rule(0.35, { from, width });
  column.y += 1.5;
}

/** Texts under a heading, whole. */
export function drawWords(column: Column, { heading, paragraphs, note }: BriefWords, looks: BriefLooks): void {
  drawHeading(column, heading, looks, { from: 0, width: column.width });
  for (const paragraph of paragraphs) {
    const isForeign = typeof paragraph !== "string";
    const element = column.paper.element("P", isForeign ? { lang: paragraph.lang } : {});
    const block = isForeign
      ? column.text(paragraph.text, looks.body, column.width, { language: paragraph.lang, dir: paragraph.dir })
      : column.text(paragraph, looks.body, column.width);
    column.put(element, block);
    element.end();
  }
  if (note !== undefined) drawText(column, "P", note, looks.small);
}
