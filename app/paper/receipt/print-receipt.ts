import { fontSet } from "#app/paper/fonts/font-set";
import { Column, type Look } from "#app/paper/layout/column";
import { drawSeal, sealSize } from "#app/paper/layout/seal";
import { Paper } from "#app/paper/pdf/paper";
import type { ReceiptSheet, SheetFact, SheetSection } from "#app/views/supplier/signing/receipt-sheet";
import { sheetTexts } from "./sheet-texts";

const looks = {
  title: { size: 17, leading: 24, bold: true },
  heading: { size: 10.5, leading: 16, bold: true },
  number: { size: 14, leading: 20, bold: true },
  lead: { size: 10, leading: 15 },
  body: { size: 9, leading: 13.5 },
  small: { size: 8, leading: 12, grey: true },
} satisfies Record<string, Look>;

const labels = 104;

/** A receipt as a tagged PDF with its fonts in it, on one A4 sheet where it fits. The same receipt gives the same bytes. */
export async function printReceipt(receipt: ReceiptSheet): Promise<Uint8Array<ArrayBuffer>> {
  const { language, dir } = receipt;
  const texts = sheetTexts(receipt);
  const fonts = {
    plain: await fontSet(texts.plain, language, 400),
    bold: await fontSet(texts.bold, language, 600),
  };
  const { title, buyer: author } = receipt;
  const paper = new Paper({ title, author, language, at: new Date(receipt.at) });
  const column = new Column(paper, fonts, { language, dir });
  drawHead(column, receipt);
  drawFacts(column, receipt);
  drawSection(column, receipt.statement);
  for (const section of receipt.sections) drawSection(column, section);
  if (column.hasSubstitutes) drawText(column, "P", receipt.substitute, looks.small, 8);
  drawFeet(column, receipt);
  return new Uint8Array(await paper.end());
}

/** A text in an element of its own, `above` points below what stands over it. */
function drawText(column: Column, type: string, text: string, look: Look, above = 0): void {
  column.y += above;
  const element = column.paper.element(type);
  column.put(element, column.text(text, look, column.width));
  element.end();
}

function drawHead(column: Column, receipt: ReceiptSheet): void {
  column.rule(2);
  column.y += 3;
  column.rule();
  drawText(column, "P", receipt.buyer, looks.small, 7);
  drawText(column, "H1", receipt.heading, looks.title, 8);
  drawText(column, "P", receipt.lead, looks.lead, 3);
  column.y += 12;
  column.rule();
  column.y += 9;
  const top = column.y;
  drawSeal(column, receipt);
  column.y += (sealSize - looks.small.leading - looks.number.leading) / 2;
  for (const [text, look] of [
    [receipt.label, looks.small],
    [receipt.reference, looks.number],
  ] as const) {
    const element = column.paper.element("P");
    const from = sealSize + 14;
    column.put(element, column.text(text, look, column.width - from), { from });
    element.end();
  }
  column.y = top + sealSize + 9;
}

/** A list: each label with what stands beside it. */
function drawFacts(column: Column, { facts, fingerprint, hash }: ReceiptSheet): void {
  const list = column.paper.element("L");
  for (const fact of [...facts, { ...fingerprint, value: hash }]) drawFact(column, list, fact);
  list.end();
  column.rule();
}

function drawFact(column: Column, list: PDFKit.PDFStructureElement, { label, value, note }: SheetFact): void {
  const { paper } = column;
  const width = column.width - labels;
  const labelText = column.text(label, looks.small, labels - 10);
  const valueText = column.text(value, looks.body, width);
  const noteText = note === undefined ? undefined : column.text(note, looks.small, width);
  column.need(looks.body.leading * Math.min(valueText.lines.length, 3) + looks.small.leading + 10);
  column.rule();
  column.y += 5;
  const top = column.y;
  const item = paper.element("LI", {}, list);
  const name = paper.element("Lbl", {}, item);
  column.put(name, labelText, { width: labels - 10 });
  name.end();
  const labelEnd = column.y;
  column.y = top;
  const body = paper.element("LBody", {}, item);
  const sheets = paper.sheets;
  column.put(body, valueText, { from: labels });
  if (noteText) column.put(body, noteText, { from: labels });
  body.end();
  item.end();
  column.y = (paper.sheets === sheets ? Math.max(labelEnd, column.y) : column.y) + 5;
}

function drawSection(column: Column, { heading, paragraphs, steps = [] }: SheetSection): void {
  column.need(looks.heading.leading + 2 * looks.body.leading + 9);
  drawText(column, "H2", heading, looks.heading, 9);
  for (const paragraph of paragraphs) {
    const isForeign = typeof paragraph !== "string";
    const element = column.paper.element("P", isForeign ? { lang: paragraph.lang } : {});
    const block = isForeign
      ? column.text(paragraph.text, looks.body, column.width, { language: paragraph.lang, dir: paragraph.dir })
      : column.text(paragraph, looks.body, column.width);
    column.put(element, block);
    element.end();
    column.y += 2;
  }
  if (steps.length > 0) drawSteps(column, steps);
}

const stepNumbers = 14;

function drawSteps(column: Column, steps: NonNullable<SheetSection["steps"]>): void {
  const { paper } = column;
  const width = column.width - stepNumbers;
  const list = paper.element("L");
  for (const [at, { text, commands }] of steps.entries()) {
    const block = column.text(text, looks.body, width);
    column.need(looks.body.leading * Math.min(block.lines.length, 3));
    const item = paper.element("LI", {}, list);
    const name = paper.element("Lbl", {}, item);
    const top = column.y;
    column.put(name, column.text(`${at + 1}.`, looks.body, stepNumbers), { width: stepNumbers });
    name.end();
    column.y = top;
    const body = paper.element("LBody", {}, item);
    column.put(body, block, { from: stepNumbers });
    for (const command of commands) {
      const typed = column.text(command, looks.small, width, { language: "en", dir: "ltr" });
      // It reads from the left, and stands below its step all the same.
      column.put(body, { ...typed, dir: block.dir }, { from: stepNumbers });
    }
    body.end();
    item.end();
  }
  list.end();
}

function drawFeet(column: Column, { reference, sheet }: ReceiptSheet): void {
  const pages = column.paper.sheets;
  for (let page = 1; page <= pages; page += 1) {
    const count = sheet.replace("{page}", String(page)).replace("{pages}", String(pages));
    column.paper.turnTo(page - 1);
    column.foot(column.text(`${reference} · ${count}`, looks.small, column.width));
  }
}
