import { bareText } from "#app/i18n/page-text";
import { fieldsOfAnswer } from "#app/services/supplier/fields/answer-fields";
import { readingIn } from "#app/services/supplier/fields/lists";
import { namedOptions } from "#app/services/supplier/paste/option-names";
import { boxText, boxValue } from "#app/services/supplier/workbook/file/cell-words";
import { seenValue } from "#app/services/supplier/workbook/file/seen";
import type { Answer } from "#questionnaires/answers";
import type { Question } from "#questionnaires/definition";
import { canonicalJson } from "#questionnaires/fingerprints/canonical-json";
import { type FieldError, readQuestion } from "#questionnaires/reading";
import { answerBoxes, type Box, isChoice } from "#questionnaires/workbook/boxes";
import { type Finding, type JudgedCell, type JudgedQuestion, type Judging, judgeCell, mostOffered } from "./proposal";
import { type ReadCell, readBox } from "./read-cell";

type JudgedBox = { box: Box; finding: Finding; fields: readonly string[] };

/** All boxes of a question, with its comment and the ways of leaving it open. */
export function allBoxes(question: Question): readonly Box[] {
  const others = (["unsure", "comment"] as const).map(
    (kind): Box => ({ id: `${question.id}.${kind}`, question, kind }),
  );
  return [...answerBoxes(question), ...others];
}

/** What becomes of a question's cells, but for those of its tables. `cells`: those that are filled, by box. */
export function judgeQuestion(
  judging: Judging,
  question: Question,
  cells: ReadonlyMap<string, JudgedCell>,
): JudgedQuestion {
  const { session } = judging;
  const kept = Object.hasOwn(session.file.answers, question.id) ? session.file.answers[question.id] : undefined;
  const boxes = allBoxes(question).flatMap((box) => {
    const cell = cells.get(box.id);
    return cell === undefined ? [] : [judgeBox(judging, box, cell, kept)];
  });
  if (boxes.length === 0) return { findings: [] };
  if (!session.walk.asked.has(question.id)) return { findings: boxes.map(({ finding }) => notAsked(finding)) };
  settleUnsure(boxes, kept);
  const answer = readAccepted(judging, question, boxes, kept);
  const changed = answer !== undefined && canonicalJson(answer) !== canonicalJson(kept ?? {});
  return { findings: boxes.map(({ finding }) => finding), ...(changed ? { answer } : {}) };
}

export function notAsked(finding: Finding): Finding {
  return finding.kind === "same" || finding.kind === "kept" ? finding : { ...finding, kind: "not-asked" };
}

function judgeBox(judging: Judging, box: Box, cell: JudgedCell, kept: Answer | undefined): JudgedBox {
  const { ctx, session, words, settled } = judging;
  const typed = settled.fixes.get(box.id) ?? cell.typed;
  const read: ReadCell = readBox(judging, box, typed);
  const before = boxValue(box, kept);
  const text = (value: NonNullable<typeof before>) => String(boxText({ session, words }, box, value));
  const common = {
    sheet: cell.sheet,
    cell: cell.cell,
    box: box.id,
    question: box.question.id,
    label: labelOf(judging, box),
    typed,
    ...(before === undefined ? {} : { before: text(before) }),
  };
  if (read.error !== undefined) {
    return { box, fields: [], finding: { ...common, kind: "invalid", ...read, options: optionsOf(judging, box) } };
  }
  const now = { kept: seenValue(ctx, before), typed: seenValue(ctx, read.value) };
  const kind = judgeCell(cell, now, settled.takes.has(box.id));
  return { box, fields: read.fields, finding: { ...common, kind, after: text(read.value) } };
}

function labelOf({ words }: Judging, box: Box): string {
  const { question } = box;
  const say = (key: string) => bareText(words.say(key));
  if (box.kind === "comment") return words.t("supplier:workbook.column.comment");
  if (box.kind === "line") return say(`${question.id}.${box.part.id}.row.${box.line}`);
  const own = box.kind === "part" && box.part.id !== "answer" && question.parts.length > 1;
  return own ? say(box.id) : say(`${question.id}.short`);
}

function optionsOf({ session, words }: Judging, box: Box): Finding["options"] {
  const say = (key: string) => bareText(words.say(key));
  if (box.kind === "line") {
    const at = `${box.question.id}.${box.part.id}`;
    return box.part.options.map((id) => ({ id, label: say(`${at}.option.${id}`) }));
  }
  if (box.kind === "unsure") return box.question.unsure.map((id) => ({ id, label: say(`unsure.${id}`) }));
  if (box.kind !== "part" || !isChoice(box.part) || box.part.type === "many") return undefined;
  const all = namedOptions(session, box.part, box.id, words);
  return all.length > mostOffered ? undefined : all;
}

const isValue = ({ box }: JudgedBox) => box.kind !== "unsure" && box.kind !== "comment";
const isAccepted = ({ finding }: JudgedBox) => finding.kind === "change";

function refuse(one: JudgedBox, error: FieldError): void {
  one.finding = { ...one.finding, kind: "invalid", error };
}

/** "Don't know" takes the place of an answer only where the file holds no answer beside it. */
function settleUnsure(boxes: readonly JudgedBox[], kept: Answer | undefined): void {
  const unsure = boxes.find((one) => one.box.kind === "unsure");
  const values = boxes.filter(isValue);
  if (unsure === undefined || values.length === 0) return;
  const isNew = isAccepted(unsure) && kept?.unsure === undefined;
  if (isNew || (isAccepted(unsure) && values.some(isAccepted))) {
    refuse(unsure, { field: unsure.box.id, code: "unsure-and-value" });
  }
}

/** The answer with everything that was accepted. What cannot stand beside the rest is refused by its cell, and the rest is taken. */
function readAccepted(
  { ctx, session }: Judging,
  question: Question,
  boxes: readonly JudgedBox[],
  kept: Answer | undefined,
): Answer | undefined {
  const context = { ...readingIn(ctx, session), current: kept, allowBlank: true };
  for (;;) {
    const accepted = boxes.filter(isAccepted);
    if (accepted.length === 0) return undefined;
    const { answer, errors } = readQuestion(question, fieldsWith(question, kept, accepted), context);
    if (answer === undefined) {
      refuseWrong(accepted, errors);
      continue;
    }
    const fallen = accepted.filter(({ box }) => boxValue(box, answer) === undefined);
    for (const one of fallen) one.finding = notAsked(one.finding);
    return fallen.length === accepted.length ? undefined : answer;
  }
}

function refuseWrong(accepted: readonly JudgedBox[], errors: readonly FieldError[]): void {
  const own = ({ box: { id } }: JudgedBox) => errors.find(({ field }) => field === id || field.startsWith(`${id}.`));
  const told = accepted.filter(own);
  for (const one of told.length > 0 ? told : accepted) {
    const error = own(one) ?? errors[0];
    if (error !== undefined) refuse(one, error);
  }
}

/** The fields of the question's page as it is kept, with what was accepted typed over it. */
function fieldsWith(question: Question, kept: Answer | undefined, accepted: readonly JudgedBox[]) {
  const unsure = accepted.find(({ box }) => box.kind === "unsure");
  const hasValue = accepted.some(isValue);
  const { unsure: keptUnsure, ...rest } = kept ?? {};
  const { value: _, ...bare } = rest;
  const fields = new Map(fieldsOfAnswer(question, unsure === undefined ? rest : bare));
  if (keptUnsure !== undefined && unsure === undefined && !hasValue)
    fields.set(`${question.id}.unsure`, [`~${keptUnsure}`]);
  for (const { box, fields: values } of accepted) {
    for (const part of ["year", "month", "day", "unknown"]) fields.delete(`${box.id}.${part}`);
    fields.set(box.id, values);
  }
  return fields;
}
