import { strToU8, zipSync } from "fflate";
import { escapeHtml } from "#app/i18n/writing/escape-html";
import type { ReportFigure, ReportView } from "#app/views/team/reports/report";
import type { ReportSheet } from "#app/views/team/reports/report-sheet";
import { wordFiles } from "./word-parts";

/** A report as a Word document: headings, a table for each part that has figures, and what is left to write as a list. */
export function reportDocument({ language, at, report }: ReportSheet): Uint8Array<ArrayBuffer> {
  const body = [
    paragraph(report.made, "Small"),
    paragraph(report.title, "Heading1"),
    paragraph(report.law),
    ...report.notes.map((note) => paragraph(note, "Small")),
    ...report.parts.flatMap(({ title, figures, own }) => [
      paragraph(title, "Heading2"),
      ...(figures.length > 0 ? [table(report.words, figures)] : []),
      ...(own.length > 0 ? [paragraph(report.words.own, "Heading3")] : []),
      ...own.map((task) => paragraph(task, "ListBullet")),
    ]),
  ].join("");
  const { title, organisation: author } = report;
  const files = wordFiles({ body, title, author, language, at: new Date(at) });
  // The day in the archive is the day of the figures, so that the same report gives the same bytes.
  const packed = zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
    mtime: new Date(at),
  });
  return new Uint8Array(packed);
}

function paragraph(text: string, style?: string, isBold = false): string {
  const look = style === undefined ? "" : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  const letters = isBold ? "<w:rPr><w:b/></w:rPr>" : "";
  return `<w:p>${look}<w:r>${letters}<w:t xml:space="preserve">${escapeHtml(text)}</w:t></w:r></w:p>`;
}

/** Widths in twentieths of a point; together those of the sheet within its margins. */
const widths = [4672, 1400, 3000] as const;

function table(words: ReportView["words"], figures: readonly ReportFigure[]): string {
  const line = (edge: string) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>`;
  const properties = `<w:tblPr><w:tblW w:w="9072" w:type="dxa"/><w:tblBorders>${line("top")}${line("bottom")}${line("insideH")}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>`;
  const grid = `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>`;
  const row = (cells: readonly [string, string, string], isHead = false) =>
    `<w:tr><w:trPr><w:cantSplit/>${isHead ? "<w:tblHeader/>" : ""}</w:trPr>${cells
      .map(
        (cell, at) =>
          `<w:tc><w:tcPr><w:tcW w:w="${widths[at]}" w:type="dxa"/></w:tcPr>${paragraph(cell, undefined, isHead)}</w:tc>`,
      )
      .join("")}</w:tr>`;
  const rows = figures.map(({ definition, figure, counted }) => row([definition, figure, counted]));
  return `<w:tbl>${properties}${grid}${row([words.definition, words.number, words.counted], true)}${rows.join("")}</w:tbl>`;
}
