import { pageTexts } from "#app/services/supplier/page/page-texts";
import type { Settled } from "#app/services/supplier/workbook/changes/proposal";
import { columnWords, proposeChanges } from "#app/services/supplier/workbook/changes/propose-changes";
import { cellsOfFile } from "#app/services/supplier/workbook/changes/sent-cells";
import { makeSheets } from "#app/services/supplier/workbook/file/make-sheets";
import { writeWorkbook } from "#app/services/supplier/workbook/file/write-xlsx";
import type { Answers } from "#questionnaires/answers";
import { askedInWorkbook } from "#questionnaires/workbook/boxes";
import { findCells } from "#questionnaires/workbook/find-cells";
import type { ReadSheet, Sheet } from "#questionnaires/workbook/sheets";
import type { asked } from "#tests/app/supplier/version-2/asked";

type Proposal = ReturnType<typeof proposeChanges>;
export type Work = Awaited<ReturnType<typeof asked>>;

/** The sheets of somebody's questionnaire, as they come back when nothing was typed. */
export async function sheetsOf({ open }: Pick<Work, "open">, language = "en"): Promise<ReadSheet[]> {
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
  return sheets.map(({ name, rows: before }) => {
    const rows = before.map((row) => [...row]);
    for (const [at, text] of Object.entries(cells)) {
      const [row, column] = at.includes("!") ? cellAt(at, name) : answerAt(at, rows);
      while (rows.length <= row) rows.push([]);
      const own = rows[row];
      if (own) own[column] = text;
    }
    return { name, rows: rows.map((row) => Array.from(row, (one) => one ?? "")) };
  });
}

const nowhere = [-1, 0] as const;

function cellAt(at: string, name: string): readonly [row: number, column: number] {
  const [, sheet, letter = "A", number = "1"] = /^(.*)!([A-Z])(\d+)$/.exec(at) ?? [];
  return sheet === name ? [Number(number) - 1, letter.charCodeAt(0) - 65] : nowhere;
}

function answerAt(box: string, rows: readonly (readonly string[])[]): readonly [row: number, column: number] {
  const column = rows[0]?.indexOf("avow:answer") ?? -1;
  return column < 0 ? nowhere : [rows.findIndex(([id]) => id === box), column];
}

/** What is open or changed, as `box kind`. */
export function told({ findings }: Pick<Proposal, "findings">): readonly string[] {
  return findings.filter(({ kind }) => kind !== "same").map(({ box, kind }) => `${box} ${kind}`);
}

export const answersOf = ({ answers }: Pick<Proposal, "answers">): Answers => Object.fromEntries(answers);

/** The bytes of a workbook with these cells, as somebody saves it. */
export async function bookOf(
  work: Pick<Work, "open">,
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
