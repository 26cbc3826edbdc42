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
import { goodLines, readPasted } from "./read-pasted";

/**
 * Adds the pasted lines without a problem as new rows at the end; the same form sent twice adds them once. `basedOn`: revision
 * of the table that it showed.
 * @throws Problem "not-found" for a table that is not asked for, and for ended links
 */
export const addPasted = supplierUseCase({
  permission: "attestations.answer",
  input: tableInput.extend({ text: z.string(), basedOn: revisionNumber.default(0) }),
  events: ["answer.saved"],
  run(ctx, { question, part, text, basedOn }, event): Promise<SavedAnswer> {
    const { questionnaire } = ctx.session;
    const words = pageTexts(ctx, questionnaire, ctx.language);
    const source = sourceWords(ctx, questionnaire);
    return saveOnNewest(ctx, ctx.session, async (newest) => {
      const place = tableAt(newest, question, part);
      const there = new Set(place.rows.map(({ id }) => id));
      const lines = goodLines(readPasted(newest, place, { text, words, source }), place);
      const added = lines.map(({ line, cells }): Row => ({ id: newRowId(ctx, basedOn, cells, line), cells }));
      if (added.some(({ id }) => there.has(id))) return { kind: "saved", session: newest };
      return saveRows(ctx, newest, event, { place, rows: [...place.rows, ...added] });
    });
  },
});
