import type { ServiceContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { type SavedAnswer, saveAnswer } from "#app/services/supplier/question/save-answer";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { Answer, Row } from "#questionnaires/answers";
import type { TablePlace } from "./table-place";

/** Replaces the rows of a table, on top of what the session has. No rows left is an open question again, never "there are none". */
export function saveRows(
  ctx: ServiceContext,
  session: SupplierSession,
  event: EventMaker<"answer.saved">,
  { place, rows }: { place: TablePlace; rows: readonly Row[] },
): Promise<SavedAnswer> {
  const { question, part } = place;
  const { unsure: _, value, ...rest } = session.file.answers[question.id] ?? {};
  const { [part.id]: __, ...others } = value ?? {};
  const changed = rows.length > 0 ? { ...others, [part.id]: rows } : others;
  const answer: Answer = Object.keys(changed).length > 0 ? { ...rest, value: changed } : rest;
  const basedOn = session.file.revisions[question.id] ?? 0;
  return saveAnswer(ctx, session, event, { question: question.id, answer, basedOn });
}
