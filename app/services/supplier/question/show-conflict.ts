import * as z from "zod";
import { answerInWords } from "#app/services/answers/answer-words";
import { supplierUseCase } from "#app/services/context/use-case";
import { listsFor } from "#app/services/supplier/fields/lists";
import { frameOf, sectionOf } from "#app/services/supplier/page/frame";
import { type PageTexts, pageTexts } from "#app/services/supplier/page/page-texts";
import { rowSeenField } from "#app/services/supplier/rows/row-identity";
import { tableAt } from "#app/services/supplier/rows/table-place";
import { originPage, withOrigin } from "#app/services/supplier/session/origin";
import { pageFields } from "#app/services/supplier/session/page-input";
import { addressOf, type SupplierSession, walkSession } from "#app/services/supplier/session/supplier-session";
import type { ConflictView } from "#app/views/supplier/question/conflict";
import type { Answer } from "#questionnaires/answers";
import type { Question, TablePart } from "#questionnaires/definition";
import { type Fields, readQuestion, readRow } from "#questionnaires/reading";
import { rowsOf } from "#scoring/answer-values";
import { linesOf } from "./answer-lines";
import { askedQuestion } from "./asked-question";

/**
 * Another answer to the same question was saved meanwhile: both in words, and either can be kept. `row`: the row of a table that
 * was typed, where it was one.
 * @throws Problem "not-found" for a question that is not asked
 */
export const showConflict = supplierUseCase({
  permission: "attestations.answer",
  input: z.object({
    question: z.string(),
    fields: pageFields,
    row: z.object({ part: z.string(), id: z.string() }).optional(),
    from: originPage,
  }),
  events: [],
  run(ctx, { question: code, fields, row, from }): ConflictView {
    const { session } = ctx;
    const words = pageTexts(ctx, session, ctx.language);
    const question = askedQuestion(session, code);
    const at = row && { part: tableAt(session, code, row.part).part, id: row.id };
    const typed = at ? typedRow(session, question, fields, at) : typedAnswer(session, question, fields);
    const title = words.t("supplier:conflict.title");
    const base = `${addressOf(session)}/${code}`;
    return {
      conflict: true,
      frame: frameOf(ctx, session, words, {
        title,
        back: { href: addressOf(session), label: words.t("supplier:tasks.all") },
      }),
      code,
      section: sectionOf(session, code, words),
      title: words.say(`${code}.title`),
      kept: linesOf(
        at
          ? inWords(session, question, keptRow(session, question, at), words)
          : answerInWords(session.walk, question, words),
        words,
      ),
      typed: typed ? linesOf(inWords(session, question, typed, words), words) : rawLines(code, fields),
      fields: [...fields]
        .filter(([name]) => name !== "basedOn" && name !== rowSeenField)
        .flatMap(([name, values]) => values.map((value) => ({ name, value }))),
      basedOn: session.file.revisions[code] ?? 0,
      here: withOrigin(row ? `${base}/${row.part}/${row.id}` : base, from),
    };
  },
});

function typedAnswer(session: SupplierSession, question: Question, fields: Fields): Answer | undefined {
  const current = session.file.answers[question.id];
  return readQuestion(question, fields, { lists: listsFor(session), walk: session.walk, current, allowBlank: true })
    .answer;
}

function typedRow(
  session: SupplierSession,
  question: Question,
  fields: Fields,
  { part, id }: { part: TablePart; id: string },
): Answer | undefined {
  const read = readRow(question, part, fields, {
    lists: listsFor(session),
    walk: session.walk,
    row: id,
    allowBlank: true,
  });
  return read.cells && { value: { [part.id]: [{ id, cells: read.cells }] } };
}

/** The row as it is kept, alone: the others are not what is asked. */
function keptRow({ walk }: SupplierSession, question: Question, { part, id }: { part: TablePart; id: string }): Answer {
  return { value: { [part.id]: rowsOf(walk, question.id, part.id).filter((row) => row.id === id) } };
}

function inWords(session: SupplierSession, question: Question, answer: Answer, words: PageTexts) {
  const answers = { ...session.file.answers, [question.id]: answer };
  return answerInWords(walkSession(session, answers), question, words);
}

function rawLines(code: string, fields: Fields): readonly string[] {
  return [...fields].filter(([name]) => name.startsWith(`${code}.`)).flatMap(([, values]) => values);
}
