import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { supplierUseCase } from "#app/services/context/use-case";
import { listsFor } from "#app/services/supplier/fields/lists";
import { dropDraft, isOutdated, saveAsDraft } from "#app/services/supplier/question/answer-draft";
import { intents, type SaveOutcome } from "#app/services/supplier/question/save-question";
import { pageFields, revisionNumber } from "#app/services/supplier/session/page-input";
import type { Row } from "#questionnaires/answers";
import { readRow } from "#questionnaires/reading";
import { saveRows } from "./save-rows";
import { rowDraft, tableAt, tableInput } from "./table-place";

/**
 * Saves one row, without `row` a new one at the end. Rows of a table are one answer: `basedOn` is its revision.
 * @throws Problem "not-found" for a table that is not asked for and a row that is gone, and for ended links
 */
export const saveRow = supplierUseCase({
  permission: "attestations.answer",
  input: tableInput.extend({
    row: z.string().optional(),
    fields: pageFields,
    basedOn: revisionNumber,
    intent: z.enum(intents),
  }),
  events: ["answer.saved", "draft.kept"],
  async run(ctx, { question: code, part: partId, row, fields, basedOn, intent }, event): Promise<SaveOutcome> {
    const { session } = ctx;
    const place = tableAt(session, code, partId);
    const { question, part, rows } = place;
    const draft = rowDraft(place, row);
    if (row !== undefined && !rows.some(({ id }) => id === row)) throw new Problem("not-found");
    if (intent === "typing") {
      const outdated = row !== undefined && isOutdated(session, code, basedOn);
      return outdated ? { kind: "conflict" } : saveAsDraft(ctx, session, event, { place: draft, fields });
    }
    const current = session.file.answers[code];
    const read = readRow(question, part, fields, { lists: listsFor(session), walk: session.walk, current, row });
    if (read.errors !== undefined) {
      if (intent === "step-out") return saveAsDraft(ctx, session, event, { place: draft, fields });
      return { kind: "errors", errors: read.errors };
    }
    const kept: Row = { id: row ?? ctx.ids.next(), cells: read.cells };
    const changed = row === undefined ? [...rows, kept] : rows.map((one) => (one.id === row ? kept : one));
    // A new row takes nothing away from what others wrote, so it goes on top of whatever is newest.
    const base = row === undefined ? (session.file.revisions[code] ?? 0) : basedOn;
    const saved = await saveRows(ctx, session, event, { place, rows: changed, basedOn: base });
    if (saved.kind === "saved") await dropDraft(ctx, session, event, draft);
    return saved;
  },
});
