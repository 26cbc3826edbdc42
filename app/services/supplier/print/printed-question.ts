import { answerInWords } from "#app/services/answers/answer-words";
import { documentsOf } from "#app/services/supplier/evidence/evidence-lines";
import { fieldsOfAnswer } from "#app/services/supplier/fields/answer-fields";
import { type FieldContext, unsureChoices } from "#app/services/supplier/fields/controls";
import { partField } from "#app/services/supplier/fields/field-view";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import { tableView } from "#app/services/supplier/rows/list/table-view";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { PrintedField, PrintedOption, PrintedQuestion } from "#app/views/supplier/signing/answers";
import type { Part, Question } from "#questionnaires/definition";
import { shownParts } from "#questionnaires/walk";
import { printedOption } from "./printed-option";
import { printedTable } from "./printed-table";

/**
 * One question as it stands on paper. Before the answers are signed everything that may still be asked is printed in full;
 * afterwards a question that was not asked says so, and only what was asked is printed.
 */
export function printedQuestion(session: SupplierSession, question: Question, words: PageTexts): PrintedQuestion {
  const { walk, file } = session;
  const { id } = question;
  const isSigned = file.declaration !== undefined;
  const isAsked = walk.asked.has(id);
  const head = { code: id, title: words.say(`${id}.title`) };
  if (isSigned && !isAsked) {
    return { ...head, note: words.t("supplier:check.notAsked"), fields: [], unsure: [], files: [] };
  }
  const answer = walk.answers[id];
  const context: FieldContext = { session, words, fields: fieldsOfAnswer(question, answer) };
  const shown = new Set(shownParts(walk, question));
  const parts = question.parts.filter((part) => !isSigned || shown.has(part));
  const ifNeeded = words.t("supplier:answers.ifNeeded");
  return {
    ...head,
    hint: words.find(`${id}.hint`),
    ...(isAsked ? {} : { note: ifNeeded }),
    fields: parts.map((part) => {
      const field = printedField(question, part, context);
      return isAsked && !shown.has(part) ? { ...field, note: ifNeeded } : field;
    }),
    unsure: unsureOptions(question, context, isSigned),
    comment: answer?.comment,
    files: documentsOf(session.file, id).map(({ name }) => name),
  };
}

/** How to leave the question open. What that means stands there while it can still be done. */
function unsureOptions(question: Question, context: FieldContext, isSigned: boolean): readonly PrintedOption[] {
  const options = unsureChoices(question, context)?.options ?? [];
  return options.map(({ note, ...option }) => printedOption(isSigned ? option : { ...option, note }));
}

function printedField(question: Question, part: Part, context: FieldContext): PrintedField {
  const { label, hint, optional, control, id } = partField(question, part, context, []);
  const head = { id, label, hint, optional };
  if (part.type === "table") {
    const rows = control.kind === "table" ? control : tableView(context.session, question, part, context);
    return { ...head, ...printedTable(question, part, rows, context) };
  }
  if (control.kind === "matrix") {
    const rows = control.rows.map(({ label, options }) => ({ label, options: options.map(printedOption) }));
    return { ...head, kind: "matrix", rows };
  }
  // A list of countries or goods is too long for paper, and is not ours to print.
  const isListed = "list" in part && part.list !== undefined && part.list !== "sites";
  if (control.kind === "choices" && !isListed) {
    return {
      ...head,
      kind: "choices",
      several: control.type === "checkbox",
      options: control.options.map(printedOption),
    };
  }
  const { session, words } = context;
  const answer = answerInWords(session.walk, question, words)?.parts.find((one) => one.part === part.id);
  return { ...head, kind: "words", lines: answer?.kind === "lines" ? answer.lines : [] };
}
