import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { bareText } from "#app/i18n/page-text";
import { supplierUseCase } from "#app/services/context/use-case";
import { frameOf, sectionOf } from "#app/services/supplier/page/frame";
import { pageTexts } from "#app/services/supplier/page/page-texts";
import type { SavedAnswer } from "#app/services/supplier/question/save-answer";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import type { RemoveRowView } from "#app/views/supplier/question/rows";
import { rowName } from "./row-name";
import { saveRows } from "./save-rows";
import { tableAt, tableInput } from "./table-place";
import { rowsInWords } from "./table-view";

/**
 * Asks whether to remove a row, with what would be lost. `notSaved`: it could not be removed, because the disk is full.
 * @throws Problem "not-found" for a row that is gone
 */
export const showRowRemoval = supplierUseCase({
  permission: "attestations.answer",
  input: tableInput.extend({ row: z.string(), notSaved: z.boolean().default(false) }),
  events: [],
  run(ctx, { question: code, part: partId, row, notSaved }): RemoveRowView {
    const { session } = ctx;
    const place = tableAt(session, code, partId);
    const { question, part, rows } = place;
    const words = pageTexts(ctx, session.questionnaire, ctx.language);
    const at = rows.findIndex(({ id }) => id === row);
    if (at < 0) throw new Problem("not-found");
    const name = rowName(session, place, at, words);
    const cells = rowsInWords(session, question, part, words)[at] ?? [];
    const back = `${addressOf(session)}/${question.id}`;
    return {
      frame: frameOf(ctx, session, words, {
        title: words.t("supplier:rows.removeTitle", { name }),
        back: { href: back, label: words.t("supplier:rows.back", { code: question.id }) },
        from: `${question.id}/${part.id}/${row}/remove`,
      }),
      code: question.id,
      section: sectionOf(session, question.id, words),
      name,
      lines: part.columns.flatMap(({ id }, column) => {
        const value = cells[column] ?? "";
        const label = bareText(words.say(`${question.id}.${part.id}.column.${id}`));
        return value === "" ? [] : [{ label, value }];
      }),
      pointedAt: part.id === "sites",
      back,
      notSaved,
    };
  },
});

/** Removes one row. @throws Problem "not-found" for a row that is gone, and for ended links */
export const removeRow = supplierUseCase({
  permission: "attestations.answer",
  input: tableInput.extend({ row: z.string() }),
  events: ["answer.saved"],
  run(ctx, { question, part, row }, event): Promise<SavedAnswer> {
    const { session } = ctx;
    const place = tableAt(session, question, part);
    if (!place.rows.some(({ id }) => id === row)) throw new Problem("not-found");
    const rows = place.rows.filter(({ id }) => id !== row);
    return saveRows(ctx, session, event, { place, rows, basedOn: session.file.revisions[question] ?? 0 });
  },
});
