import type { ConflictView } from "#app/components/supplier/question/conflict-view";
import { isolate } from "#app/i18n/isolate";
import { inARow, labelled, oneAfterOther } from "#app/i18n/punctuation";
import { type AnswerInWords, answerInWords } from "#app/services/answer-words";
import type { SupplierContext } from "#app/services/context";
import { frameOf, sectionOf } from "#app/services/supplier/frame";
import { type PageWords, pageWords } from "#app/services/supplier/page-words";
import { addressOf, type Sitting, walkOf } from "#app/services/supplier/sitting";
import type { Answer } from "#questionnaires/answers";
import type { Question, TablePart } from "#questionnaires/definition";
import { type Fields, readQuestion, readRow } from "#questionnaires/reading";
import { listsFor } from "./lists";
import { askedQuestion } from "./save-question";

/** Somebody saved the same question meanwhile: both answers in words, and either can be kept. */
export function conflictPage(
  ctx: SupplierContext,
  sitting: Sitting,
  { question: code, fields, row }: { question: string; fields: Fields; row?: { part: TablePart; id: string } },
): ConflictView {
  const words = pageWords(ctx, sitting.questionnaire, ctx.language);
  const question = askedQuestion(sitting, code);
  const typed = row ? typedRow(sitting, question, fields, row) : typedAnswer(sitting, question, fields);
  const title = words.t("supplier:conflict.title");
  const base = `${addressOf(sitting)}/${code}`;
  return {
    conflict: true,
    frame: frameOf(ctx, sitting, words, {
      title,
      back: { href: addressOf(sitting), label: words.t("supplier:tasks.all") },
    }),
    code,
    section: sectionOf(sitting, code, words),
    title: words.say(`${code}.title`),
    kept: linesOf(answerInWords(sitting.walk, question, words.ui), words),
    typed: typed ? linesOf(inWords(sitting, question, typed, words), words) : rawLines(code, fields),
    fields: [...fields]
      .filter(([name]) => name !== "basedOn")
      .flatMap(([name, values]) => values.map((value) => ({ name, value }))),
    basedOn: sitting.file.revisions[code] ?? 0,
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

function typedAnswer(sitting: Sitting, question: Question, fields: Fields): Answer | undefined {
  const current = sitting.file.answers[question.id];
  return readQuestion(question, fields, { lists: listsFor(sitting), walk: sitting.walk, current, draft: true }).answer;
}

function typedRow(
  sitting: Sitting,
  question: Question,
  fields: Fields,
  { part, id }: { part: TablePart; id: string },
): Answer | undefined {
  const read = readRow(question, part, fields, { lists: listsFor(sitting), walk: sitting.walk, row: id, draft: true });
  return read.cells && { value: { [part.id]: [{ id, cells: read.cells }] } };
}

function inWords(sitting: Sitting, question: Question, answer: Answer, words: PageWords) {
  const answers = { ...sitting.file.answers, [question.id]: answer };
  return answerInWords(walkOf(sitting.file, sitting.questionnaire, answers), question, words.ui);
}

function rawLines(code: string, fields: Fields): readonly string[] {
  return [...fields].filter(([name]) => name.startsWith(`${code}.`)).flatMap(([, values]) => values);
}
