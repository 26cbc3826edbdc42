import { type PageText, textsIn } from "#app/i18n/page-text";
import { plainLine } from "#app/paper/text/plain-line";
import type { ReceiptSheet, SheetSection } from "#app/views/supplier/signing/receipt-sheet";

function wordsOf(text: PageText): string {
  return textsIn(text)
    .map((words) => (typeof words === "string" ? words : words.text))
    .join("");
}

function sectionTexts({ paragraphs, steps = [] }: SheetSection): readonly string[] {
  return [...paragraphs.map(wordsOf), ...steps.flatMap(({ text, commands }) => [text, ...commands])];
}

/** All that a receipt shows, in plain and in bold letters. */
export function sheetTexts(sheet: ReceiptSheet): { readonly plain: string; readonly bold: string } {
  const { facts, fingerprint, statement, sections } = sheet;
  const plain = [
    ...[sheet.lead, sheet.buyer, sheet.label, sheet.reference, sheet.hash, sheet.substitute, sheet.sheet],
    ...facts.flatMap(({ label, value, note = "" }) => [label, value, note]),
    ...[fingerprint.label, fingerprint.note, "0123456789. ·"],
    ...[statement, ...sections].flatMap(sectionTexts),
  ];
  const bold = [sheet.heading, sheet.reference, statement.heading, ...sections.map(({ heading }) => heading)];
  return { plain: plainLine(plain.join(" ")), bold: plainLine(bold.join(" ")) };
}
