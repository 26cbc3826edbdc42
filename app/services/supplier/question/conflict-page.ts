import { isolate } from "#app/i18n/writing/isolate";
import { inARow, labelled, oneAfterOther } from "#app/i18n/writing/punctuation";
import { type AnswerInWords, answerInWords } from "#app/services/answers/answer-words";
import type { SupplierContext } from "#app/services/context/contexts";
import { listsFor } from "#app/services/supplier/fields/lists";
import { frameOf, sectionOf } from "#app/services/supplier/page/frame";
import { type PageWords, pageWords } from "#app/services/supplier/page/page-words";
import { addressOf, type SupplierSession, walkOf } from "#app/services/supplier/session/supplier-session";
import type { ConflictView } from "#app/views/supplier/question/conflict";
import type { Answer } from "#questionnaires/answers";
import type { Question, TablePart } from "#questionnaires/definition";
import { type Fields, readQuestion, readRow } from "#questionnaires/reading";
import { askedQuestion } from "./save-question";

/** Somebody saved the same question meanwhile: both answers in words, and either can be kept. */
export function conflictPage(
  ctx: SupplierContext,
  session: SupplierSession,
  { question: code, fields, row }: { question: string; fields: Fields; row?: { part: TablePart; id: string } },
): ConflictView {
  const words = pageWords(ctx, session.questionnaire, ctx.language);
  const question = askedQuestion(session, code);
  const typed = row ? typedRow(session, question, fields, row) : typedAnswer(session, question, fields);
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
    kept: linesOf(answerInWords(session.walk, question, words.ui), words),
    typed: typed ? linesOf(inWords(session, question, typed, words), words) : rawLines(code, fields),
    fields: [...fields]
      .filter(([name]) => name !== "basedOn")
      .flatMap(([name, values]) => values.map((value) => ({ name, value }))),
    basedOn: session.file.revisions[code] ?? 0,
    here: row ? `${base}/${row.part.id}/${row.id}` : base,
  };
}

/** An answer as lines of text, for showing two of them side by side. */
export function linesOf(answer: AnswerInWords | undefined, { t, ui }: PageWords): readonly string[] {
  if (!answer) return [t("supplier:check.blank")];
  const lines = answer.parts.flatMap((part) => partLines(part, ui));
  const comment = answer.comment ? [isolate(answer.comment, ui)] : [];
  const said = [...(answer.unsure ? [answer.unsure] : []), ...lines, ...comment];
  return said.length > 0 ? said : [t("supplier:check.blank")];
}

/** The sums of a table as a line like those of its rows; undefined where nothing is summed. */
export function totalLine(answer: AnswerInWords | undefined, { t, ui }: PageWords): string | undefined {
  for (const part of answer?.parts ?? []) {
    if (part.kind === "table" && part.totals) {
      return rowLine(part.head, [t("supplier:rows.total"), ...part.totals.slice(1)], ui);
    }
  }
  return undefined;
}

function partLines(part: AnswerInWords["parts"][number], language: string): readonly string[] {
  const said = (text: string) => (part.label === undefined ? text : labelled(part.label, text, language));
  switch (part.kind) {
    case "lines":
      return [said(isolate(inARow(part.lines, language), language))];
    case "pairs":
      return part.pairs.map(({ label, value }) => labelled(label, value, language));
    case "table":
      return part.rows.map((cells) => rowLine(part.head, cells, language));
    case "none":
      return [part.words];
  }
}

/** The first cell names the row; what stands in the others is said. */
function rowLine(head: readonly string[], [name = "", ...cells]: readonly string[], language: string): string {
  const others = cells.map((cell, at) =>
    cell === "" ? "" : labelled(head[at + 1] ?? "", isolate(cell, language), language),
  );
  return oneAfterOther(
    [isolate(name, language), ...others].filter((text) => text !== ""),
    language,
  );
}

function typedAnswer(session: SupplierSession, question: Question, fields: Fields): Answer | undefined {
  const current = session.file.answers[question.id];
  return readQuestion(question, fields, { lists: listsFor(session), walk: session.walk, current, draft: true }).answer;
}

function typedRow(
  session: SupplierSession,
  question: Question,
  fields: Fields,
  { part, id }: { part: TablePart; id: string },
): Answer | undefined {
  const read = readRow(question, part, fields, { lists: listsFor(session), walk: session.walk, row: id, draft: true });
  return read.cells && { value: { [part.id]: [{ id, cells: read.cells }] } };
}

function inWords(session: SupplierSession, question: Question, answer: Answer, words: PageWords) {
  const answers = { ...session.file.answers, [question.id]: answer };
  return answerInWords(walkOf(session, answers), question, words.ui);
}

function rawLines(code: string, fields: Fields): readonly string[] {
  return [...fields].filter(([name]) => name.startsWith(`${code}.`)).flatMap(([, values]) => values);
}
