import { pageTexts } from "#app/services/supplier/page/page-texts";
import { columnWords, type Proposal, proposeChanges } from "#app/services/supplier/workbook/changes/propose-changes";
import type { Settled } from "#app/services/supplier/workbook/changes/proposal";
import { cellsOfFile } from "#app/services/supplier/workbook/changes/sent-cells";
import { makeSheets } from "#app/services/supplier/workbook/file/make-sheets";
import { writeWorkbook } from "#app/services/supplier/workbook/file/write-xlsx";
import { asked } from "#tests/app/supplier/version-2/asked";
import type { Answers } from "#questionnaires/answers";
import { askedInWorkbook } from "#questionnaires/workbook/boxes";
import { findCells } from "#questionnaires/workbook/find-cells";
import type { ReadSheet, Sheet } from "#questionnaires/workbook/sheets";

export type Work = Awaited<ReturnType<typeof asked>>;

/** The sheets of somebody's questionnaire, as they come back when nothing was typed. */
export async function sheetsOf({ open }: Work, language = "en"): Promise<ReadSheet[]> {
  const ctx = await open();
  const { sheets } = makeSheets(ctx, pageTexts(ctx, ctx.session, language));
  return sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(({ value }) => String(value))) }));
}

/** What sheets would change for somebody. */
export async function proposalOf(
  { open }: Work,
  sheets: readonly ReadSheet[],
  settled?: Settled,
): Promise<Proposal & { found: ReturnType<typeof findCells> }> {
  const ctx = await open();
  const questions = askedInWorkbook(ctx.session.questionnaire.questions.values());
  const found = findCells(sheets, questions, columnWords(ctx));
  const sent = cellsOfFile(found, ctx.session.file.attestation.reference);
  return { found, ...proposeChanges(ctx, ctx.session, sent, settled) };
}

/** The sheets with other cells: `{"E2.from": "…"}` for answers, or by sheet and cell, `{"B1!B4": "…"}`. */
export function typed(sheets: readonly ReadSheet[], cells: Readonly<Record<string, string>>): ReadSheet[] {
  const rows = new Map(sheets.map(({ name, rows: all }) => [name, all.map((row) => [...row])]));
  for (const [at, text] of Object.entries(cells)) {
    const [sheet, cell] = at.split("!");
    if (cell === undefined) {
      for (const all of rows.values()) {
        const answer = all[0]?.indexOf("avow:answer") ?? -1;
        const row = all.find((one) => one[0] === at);
        if (row && answer >= 0) row[answer] = text;
      }
      continue;
    }
    const [, letters = "A", number = "1"] = /^([A-Z])(\d+)$/.exec(cell) ?? [];
    const all = rows.get(sheet ?? "") ?? [];
    while (all.length < Number(number)) all.push([]);
    const row = all[Number(number) - 1];
    if (row) row[letters.charCodeAt(0) - 65] = text;
  }
  return [...rows].map(([name, all]) => ({ name, rows: all.map((row) => Array.from(row, (one) => one ?? "")) }));
}

/** What is open or changed, as `box kind`. */
export function told({ findings }: Pick<Proposal, "findings">): readonly string[] {
  return findings.filter(({ kind }) => kind !== "same").map(({ box, kind }) => `${box} ${kind}`);
}

export const answersOf = ({ answers }: Pick<Proposal, "answers">): Answers => Object.fromEntries(answers);

/** The bytes of a workbook with these cells, as somebody saves it. */
export async function bookOf(
  work: Work,
  cells: Readonly<Record<string, string>>,
  language = "en",
): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = typed(await sheetsOf(work, language), cells).map(
    ({ name, rows }): Sheet => ({
      name,
      headings: 1,
      columns: [],
      rows: rows.map((cellsOfRow) => cellsOfRow.map((value) => ({ value, kind: "open" }))),
    }),
  );
  return new Uint8Array(await writeWorkbook({ sheets, lists: [] }, "ltr"));
}
