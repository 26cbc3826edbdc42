import * as z from "zod";
import { Problem } from "#app/domain/problem";
import type { ServiceContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { supplierUseCase } from "#app/services/context/use-case";
import { readingIn } from "#app/services/supplier/fields/lists";
import { dropDraft, isOutdated, saveAsDraft } from "#app/services/supplier/question/answer-draft";
import type { SavedAnswer } from "#app/services/supplier/question/save-answer";
import { intents, type SaveOutcome } from "#app/services/supplier/question/save-question";
import { saveOnNewest } from "#app/services/supplier/session/newest-session";
import { pageFields, revisionNumber } from "#app/services/supplier/session/page-input";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { Row } from "#questionnaires/answers";
import { type FieldError, type Fields, readRow } from "#questionnaires/reading";
import { newRowId, rowSeenField, rowState } from "./row-identity";
import { saveRows } from "./save-rows";
import { isFull, refuseGiven, rowDraft, type TablePlace, tableAt, tableInput } from "./table-place";

/**
 * Saves one row, without `row` a new one at the end; the same form sent twice adds one row. Rows of a table are one answer:
 * `basedOn` is its revision.
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
  async run(ctx, { question, part, row, fields, basedOn, intent }, event): Promise<SaveOutcome> {
    const { session } = ctx;
    const place = tableAt(session, question, part);
    const draft = rowDraft(place, row);
    const kept = place.rows.find(({ id }) => id === row);
    if (row === undefined) refuseGiven(place);
    else if (!kept) throw new Problem("not-found");
    const seen = fields.get(rowSeenField)?.at(-1) ?? "";
    if (intent === "typing") {
      const outdated = kept && isOutdated(session, question, basedOn) && seen !== rowState(ctx, kept);
      return outdated ? { kind: "conflict" } : saveAsDraft(ctx, session, event, { place: draft, fields });
    }
    const read = readRow(place.question, place.part, fields, { ...readingContext(ctx, session, place), row });
    if (read.errors !== undefined) {
      if (row === undefined && wasAdded(ctx, session, place, { fields, basedOn })) return { kind: "saved", session };
      if (intent === "step-out") return saveAsDraft(ctx, session, event, { place: draft, fields });
      return { kind: "errors", errors: read.errors };
    }
    const { cells } = read;
    const saved =
      row === undefined
        ? await addRow(ctx, session, event, { question, part, row: { id: newRowId(ctx, basedOn, cells), cells } })
        : await changeRow(ctx, session, event, { question, part, row: { id: row, cells }, basedOn, seen });
    if (saved.kind === "saved") await dropDraft(ctx, session, event, draft);
    return saved;
  },
});

function tooManyRows({ question, part }: TablePlace): SaveOutcome {
  const error: FieldError = { field: `${question.id}.${part.id}`, code: "too-many-rows", params: { max: part.max } };
  return { kind: "errors", errors: [error] };
}

type RowChange = z.infer<typeof tableInput> & { readonly row: Row };

/** A new row takes nothing away from what others wrote. The one that this form has added already is there. */
function addRow(
  ctx: ServiceContext,
  session: SupplierSession,
  event: EventMaker<"answer.saved">,
  { question, part, row }: RowChange,
): Promise<SaveOutcome> {
  return saveOnNewest<SaveOutcome>(ctx, session, async (newest) => {
    const place = tableAt(newest, question, part);
    if (place.rows.some(({ id }) => id === row.id)) return { kind: "saved", session: newest };
    // Somebody else may have added the last row that there is room for since this form was read.
    if (isFull(place)) return tooManyRows(place);
    return saveRows(ctx, newest, event, { place, rows: [...place.rows, row] });
  });
}

/** Changes a row unless it says something else by now than its page showed; other rows of the table may have changed. */
function changeRow(
  ctx: ServiceContext,
  session: SupplierSession,
  event: EventMaker<"answer.saved">,
  { question, part, row, basedOn, seen }: RowChange & { readonly basedOn: number; readonly seen: string },
): Promise<SavedAnswer> {
  return saveOnNewest(ctx, session, async (newest) => {
    const place = tableAt(newest, question, part);
    const kept = place.rows.find(({ id }) => id === row.id);
    if (!kept) throw new Problem("not-found");
    if (rowState(ctx, kept) === rowState(ctx, row)) return { kind: "saved", session: newest };
    const isAsSeen = seen === "" ? basedOn === (newest.file.revisions[question] ?? 0) : seen === rowState(ctx, kept);
    if (!isAsSeen) return undefined;
    return saveRows(ctx, newest, event, { place, rows: place.rows.map((one) => (one.id === row.id ? row : one)) });
  });
}

/** Whether this form has added its row already, to a table that is full by now. */
function wasAdded(
  ctx: ServiceContext,
  session: SupplierSession,
  place: TablePlace,
  { fields, basedOn }: { fields: Fields; basedOn: number },
): boolean {
  // Only a new row is counted against the limit.
  const { cells } = readRow(place.question, place.part, fields, { ...readingContext(ctx, session, place), row: "" });
  const added = cells && newRowId(ctx, basedOn, cells);
  return place.rows.some(({ id }) => id === added);
}

function readingContext(ctx: ServiceContext, session: SupplierSession, { question }: TablePlace) {
  return { ...readingIn(ctx, session), current: session.file.answers[question.id] };
}
