import * as z from "zod";
import { supplierUseCase } from "#app/services/context/use-case";
import { pageTexts, sourceWords } from "#app/services/supplier/page/page-texts";
import type { SavedAnswer } from "#app/services/supplier/question/save-answer";
import { saveRows } from "#app/services/supplier/rows/save-rows";
import { tableAt, tableInput } from "#app/services/supplier/rows/table-place";
import type { Row } from "#questionnaires/answers";
import { goodLines, readPasted } from "./read-pasted";

/**
 * Adds the pasted lines without a problem as new rows at the end.
 * @throws Problem "not-found" for a table that is not asked for, and for ended links
 */
export const addPasted = supplierUseCase({
  permission: "attestations.answer",
  input: tableInput.extend({ text: z.string() }),
  events: ["answer.saved"],
  run(ctx, { question, part, text }, event): Promise<SavedAnswer> {
    const { session } = ctx;
    const place = tableAt(session, question, part);
    const words = pageTexts(ctx, session.questionnaire, ctx.language);
    const lines = readPasted(session, place, { text, words, source: sourceWords(ctx, session.questionnaire) });
    const added = goodLines(lines, place).map(({ cells }): Row => ({ id: ctx.ids.next(), cells }));
    const basedOn = session.file.revisions[question] ?? 0;
    return saveRows(ctx, session, event, { place, rows: [...place.rows, ...added], basedOn });
  },
});
