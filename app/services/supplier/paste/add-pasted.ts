import * as z from "zod";
import { supplierUseCase } from "#app/services/context/use-case";
import { pageTexts, sourceWords } from "#app/services/supplier/page/page-texts";
import type { SavedAnswer } from "#app/services/supplier/question/save-answer";
import { newRowId } from "#app/services/supplier/rows/row-identity";
import { saveRows } from "#app/services/supplier/rows/save-rows";
import { tableAt, tableInput } from "#app/services/supplier/rows/table-place";
import { saveOnNewest } from "#app/services/supplier/session/newest-session";
import { revisionNumber } from "#app/services/supplier/session/page-input";
import type { Row } from "#questionnaires/answers";
import { type GoodLine, goodLines, readPasted, textLeft, wholeLines } from "./read-pasted";
import { rowsWithPasted } from "./rows-with-pasted";

export type AddedLines =
  /** `left`: the lines that were not added, as they were pasted; "" when all were. */
  | { readonly kind: "saved"; readonly added: number; readonly left: string }
  /** The list was changed since the lines were looked at. */
  | { readonly kind: "conflict" }
  | { readonly kind: "not-saved" };

/**
 * Adds the pasted lines without a problem as new rows at the end; the same form sent twice adds them once. `basedOn`: revision
 * of the table that it showed.
 * @throws Problem "not-found" for a table that is not asked for, and for ended links
 */
export const addPasted = supplierUseCase({
  permission: "attestations.answer",
  input: tableInput.extend({ text: z.string(), basedOn: revisionNumber.default(0) }),
  events: ["answer.saved"],
  async run(ctx, { question, part, text, basedOn }, event): Promise<AddedLines> {
    const { questionnaire } = ctx.session;
    const words = pageTexts(ctx, ctx.session, ctx.language);
    const source = sourceWords(ctx, questionnaire);
    const rowOf = ({ line, cells }: GoodLine): Row => ({ id: newRowId(ctx, basedOn, cells, line), cells });
    let added = 0;
    let left = "";
    const outcome: SavedAnswer = await saveOnNewest(ctx, ctx.session, async (newest) => {
      const place = tableAt(newest, question, part);
      const there = new Set(place.rows.map(({ id }) => id));
      const pasted = readPasted(newest, place, { text, words, source, clock: ctx.clock });
      const again = wholeLines(pasted).filter((line) => there.has(rowOf(line).id));
      const lines = again.length > 0 ? again : goodLines(pasted, place);
      left = textLeft(pasted, lines);
      added = again.length > 0 ? 0 : lines.length;
      if (added === 0) return { kind: "saved", session: newest };
      return saveRows(ctx, newest, event, { place, rows: rowsWithPasted(place.part, place.rows, lines.map(rowOf)) });
    });
    if (outcome.kind !== "saved") return outcome;
    return { kind: "saved", added, left };
  },
});
