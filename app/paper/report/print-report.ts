import { fontSet } from "#app/paper/fonts/font-set";
import { Column, type Look } from "#app/paper/layout/column";
import { Paper } from "#app/paper/pdf/paper";
import { plainLine } from "#app/paper/text/plain-line";
import type { ReportFigure, ReportPart } from "#app/views/team/reports/report";
import type { ReportSheet } from "#app/views/team/reports/report-sheet";

const looks = {
  title: { size: 17, leading: 24, bold: true },
  heading: { size: 11.5, leading: 17, bold: true },
  own: { size: 9, leading: 13.5, bold: true },
  number: { size: 10, leading: 13.5, bold: true },
  body: { size: 9.5, leading: 14 },
  small: { size: 8, leading: 11.5, grey: true },
} satisfies Record<string, Look>;

const numbers = 92;
const bullets = 12;

/** A report as a tagged PDF on as many A4 sheets as it takes. */
export async function printReport(sheet: ReportSheet): Promise<Uint8Array<ArrayBuffer>> {
  const { language, report } = sheet;
  const texts = textsOf(sheet);
  const fonts = {
    plain: await fontSet(texts.plain, language, 400),
    bold: await fontSet(texts.bold, language, 600),
  };
  const paper = new Paper({ title: report.title, author: report.organisation, language, at: new Date(sheet.at) });
  const column = new Column(paper, fonts, { language, dir: "ltr" });
  column.rule(2);
  column.y += 3;
  column.rule();
  drawText(column, "P", report.made, looks.small, 7);
  drawText(column, "H1", report.title, looks.title, 6);
  drawText(column, "P", report.law, looks.body, 4);
  for (const note of report.notes) drawText(column, "P", note, looks.small, 4);
  for (const part of report.parts) drawPart(column, part, report.words.own);
  if (column.hasSubstitutes) drawText(column, "P", sheet.substitute, looks.small, 8);
  drawFeet(column, sheet);
  return new Uint8Array(await paper.end());
}

/** All that a report shows, in plain and in bold letters. */
function textsOf({ report, page, substitute }: ReportSheet): { readonly plain: string; readonly bold: string } {
  const { parts, words } = report;
  const figures = parts.flatMap((part) => part.figures);
  const plain = [
    ...[report.made, report.law, report.title, page, substitute, "•0123456789 ·", ...report.notes],
    ...figures.flatMap(({ definition, counted }) => [definition, counted]),
    ...parts.flatMap(({ own }) => own),
  ];
  const bold = [report.title, words.own, ...parts.map(({ title }) => title), ...figures.map(({ figure }) => figure)];
  return { plain: plainLine(plain.join(" ")), bold: plainLine(bold.join(" ")) };
}

function drawText(column: Column, type: string, text: string, look: Look, above = 0): void {
  column.y += above;
  const element = column.paper.element(type);
  column.put(element, column.text(text, look, column.width));
  element.end();
}

function drawPart(column: Column, { title, figures, own }: ReportPart, ownTitle: string): void {
  column.y += 14;
  // A heading never stands alone at the foot of a sheet.
  column.need(looks.heading.leading + 3 * looks.body.leading);
  drawText(column, "H2", title, looks.heading);
  column.y += 3;
  column.rule(0.75);
  column.y += 3;
  if (figures.length > 0) {
    const list = column.paper.element("L");
    for (const figure of figures) drawFigure(column, list, figure);
    list.end();
  }
  if (own.length === 0) return;
  column.y += 4;
  column.need(looks.own.leading + looks.body.leading);
  drawText(column, "H3", ownTitle, looks.own);
  const list = column.paper.element("L");
  for (const task of own) drawItem(column, list, task);
  list.end();
}

/** What is counted and over what, and at the end of its line the number. */
function drawFigure(
  column: Column,
  list: PDFKit.PDFStructureElement,
  { definition, figure, counted }: ReportFigure,
): void {
  const width = column.width - numbers - 10;
  const texts = [column.text(definition, looks.body, width), column.text(counted, looks.small, width)];
  const number = column.text(figure, looks.number, numbers);
  column.need(texts.reduce((height, { lines, look }) => height + lines.length * look.leading, 6));
  const top = column.y;
  const item = column.paper.element("LI", {}, list);
  const label = column.paper.element("Lbl", {}, item);
  for (const text of texts) column.put(label, text, { width });
  label.end();
  const end = column.y;
  column.y = top;
  const own = Math.max(0, ...number.lines.map((line) => line.width));
  const body = column.paper.element("LBody", {}, item);
  column.put(body, number, { from: column.width - own, width: own });
  body.end();
  item.end();
  column.y = Math.max(end, column.y) + 2;
  column.rule(0.35);
  column.y += 3;
}

function drawItem(column: Column, list: PDFKit.PDFStructureElement, task: string): void {
  const text = column.text(task, looks.body, column.width - bullets);
  column.need(text.lines.length * looks.body.leading);
  const top = column.y;
  const item = column.paper.element("LI", {}, list);
  const label = column.paper.element("Lbl", {}, item);
  column.put(label, column.text("•", looks.body, bullets), { width: bullets });
  label.end();
  column.y = top;
  const body = column.paper.element("LBody", {}, item);
  column.put(body, text, { from: bullets });
  body.end();
  item.end();
}

function drawFeet(column: Column, { report, page }: ReportSheet): void {
  const pages = column.paper.sheets;
  for (let at = 1; at <= pages; at += 1) {
    const count = page.replace("{page}", String(at)).replace("{pages}", String(pages));
    column.paper.turnTo(at - 1);
    column.foot(column.text(`${report.title} · ${count}`, looks.small, column.width));
  }
}
