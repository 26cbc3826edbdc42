import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { supplierUseCase } from "#app/services/context/use-case";
import { tableAt, tableInput } from "#app/services/supplier/rows/table-place";
import { refusalIn, refusals } from "#app/services/supplier/workbook/take-workbook";
import { columnMarks, type ReadSheet } from "#questionnaires/workbook/sheets";

/** Why the lines of a file are not looked at: as with a workbook, or because it is the workbook with the codes of our questions. */
export const fileRefusals = [...refusals, "is-workbook"] as const;
export type FileRefusal = (typeof fileRefusals)[number];

const marks: ReadonlySet<string> = new Set(Object.values(columnMarks));

/**
 * The lines of a file (CSV in any encoding that is known, or the first sheet of a workbook with something in it) as the same text
 * that is pasted from a spreadsheet. Nothing is written.
 * @throws Problem "not-found" for a table that is not asked for
 */
export const takeTableFile = supplierUseCase({
  permission: "attestations.answer",
  input: tableInput.extend({ bytes: z.instanceof(Uint8Array) }),
  events: [],
  async run(ctx, { question, part, bytes }): Promise<{ readonly refused: FileRefusal } | { readonly text: string }> {
    tableAt(ctx.session, question, part);
    const refused = refusalIn(bytes);
    if (refused) return { refused };
    try {
      const sheets = await ctx.lists.sheets(bytes);
      if (sheets.some(hasMarks)) return { refused: "is-workbook" };
      const sheet = sheets.find(({ rows }) => rows.some((cells) => cells.some((cell) => cell.trim() !== "")));
      return sheet ? { text: textOf(sheet) } : { refused: "none" };
    } catch (error) {
      if (error instanceof Problem && error.code === "too-large") return { refused: "too-large" };
      if (error instanceof Problem && error.code === "bad-request") return { refused: "unreadable" };
      throw error;
    }
  },
});

function hasMarks({ rows: [first = []] }: ReadSheet): boolean {
  return first.some((cell) => marks.has(cell.trim()));
}

function textOf({ rows }: ReadSheet): string {
  return rows.map((cells) => cells.map(quoted).join("\t")).join("\n");
}

/** A cell as spreadsheets put it on the clipboard. */
function quoted(cell: string): string {
  return /[\t\n\r]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
