import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { bareText } from "#app/i18n/page-text";
import { supplierUseCase } from "#app/services/context/use-case";
import { frameOf, sectionOf } from "#app/services/supplier/page/frame";
import { pageTexts } from "#app/services/supplier/page/page-texts";
import type { SavedAnswer } from "#app/services/supplier/question/save-answer";
import { saveOnNewest } from "#app/services/supplier/session/newest-session";
import { originPage, withOrigin } from "#app/services/supplier/session/origin";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import type { RemoveRowView } from "#app/views/supplier/question/rows";
import { rowsInWords } from "./list/table-view";
import { rowNames } from "./row-name";
import { saveRows } from "./save-rows";
import { refuseGiven, tableAt, tableInput } from "./table-place";

/**
 * Asks whether to remove a row, with what would be lost. `notSaved`: it could not be removed, because the disk is full.
 * @throws Problem "not-found" for a row that is gone
 */
export const showRowRemoval = supplierUseCase({
  permission: "attestations.answer",
  input: tableInput.extend({ row: z.string(), notSaved: z.boolean().default(false), from: originPage }),
  events: [],
  run(ctx, { question: code, part: partId, row, notSaved, from }): RemoveRowView {
    const { session } = ctx;
    const place = tableAt(session, code, partId);
    refuseGiven(place);
    const { question, part, rows } = place;
    const words = pageTexts(ctx, session, ctx.language);
    const at = rows.findIndex(({ id }) => id === row);
    if (at < 0) throw new Problem("not-found");
    const name = bareText(rowNames(session, place, words)[at] ?? "");
    const cells = rowsInWords(session, question, part, words)[at] ?? [];
    const back = withOrigin(`${addressOf(session)}/${question.id}`, from);
    return {
      frame: frameOf(ctx, session, words, {
        title: words.t("supplier:rows.removeTitle", { name }),
        back: { href: back, label: words.t("supplier:rows.back", { code: question.id }) },
        from: withOrigin(`${question.id}/${part.id}/${row}/remove`, from),
      }),
      code: question.id,
      section: sectionOf(session, question.id, words),
      name,
      lines: part.columns.flatMap(({ id }, column) => {
        const value = cells[column] ?? "";
        const label = words.say(`${question.id}.${part.id}.column.${id}`);
        return value === "" ? [] : [{ label, value }];
      }),
      pointedAt: part.id === "sites",
      back,
      notSaved,
    };
  },
});

/** Removes one row; of one that is gone nothing is left to remove. @throws Problem "not-found" for a table that is not asked for */
export const removeRow = supplierUseCase({
  permission: "attestations.answer",
  input: tableInput.extend({ row: z.string() }),
  events: ["answer.saved"],
  run(ctx, { question, part, row }, event): Promise<SavedAnswer> {
    return saveOnNewest(ctx, ctx.session, async (newest) => {
      const place = tableAt(newest, question, part);
      refuseGiven(place);
      const rows = place.rows.filter(({ id }) => id !== row);
      if (rows.length === place.rows.length) return { kind: "saved", session: newest };
      return saveRows(ctx, newest, event, { place, rows });
    });
  },
});
