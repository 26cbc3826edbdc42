import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { rowsToFill } from "#app/services/supplier/fields/filled-rows";
import { askedQuestion } from "#app/services/supplier/question/asked-question";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { Row } from "#questionnaires/answers";
import type { Fill, Question, TablePart } from "#questionnaires/definition";
import { rowsOf } from "#scoring/answer-values";

/** A table of a question, with its rows as kept. */
export type TablePlace = { readonly question: Question; readonly part: TablePart; readonly rows: readonly Row[] };

/** Which table a use case is about: the code of its question and the id of its part. */
export const tableInput = z.object({ question: z.string(), part: z.string() });

/** A table of a question that is asked. @throws Problem "not-found" */
export function tableAt(session: SupplierSession, code: string, partId: string): TablePlace {
  const question = askedQuestion(session, code);
  const part = question.parts.find(({ id }) => id === partId);
  if (part?.type !== "table") throw new Problem("not-found");
  const rows = part.fill ? rowsToFill(session, code, part, part.fill) : rowsOf(session.file, code, partId);
  return { question, part, rows };
}

/** Whether the rows of a table are those of another answer, one each: none is added or taken away by hand. */
export function areRowsGiven(part: TablePart): part is TablePart & { readonly fill: Fill } {
  return part.fill !== undefined && !part.fill.more;
}

/** @throws Problem "not-found" for a table whose rows are given */
export function refuseGiven({ part }: TablePlace): void {
  if (areRowsGiven(part)) throw new Problem("not-found");
}

/** Whether a table takes no more rows. */
export function isFull({ part, rows }: TablePlace): boolean {
  return !areRowsGiven(part) && rows.length >= part.max;
}

/** Where what is typed on a row's page is kept while it is not right. `row`: undefined for a new one. */
export function rowDraft({ question, part }: TablePlace, row: string | undefined): string {
  return `${question.id}.${part.id}.${row ?? "new"}`;
}
