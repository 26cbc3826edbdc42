import { bareText } from "#app/i18n/page-text";
import type { SupplierContext } from "#app/services/context/contexts";
import { mayAnswer } from "#app/services/supplier/colleagues/own-sections";
import { rowsToFill } from "#app/services/supplier/fields/filled-rows";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import { namedOptions } from "#app/services/supplier/paste/option-names";
import { ownInWorkbook } from "#app/services/supplier/workbook/own-questions";
import type { Row } from "#questionnaires/answers";
import type { Question, Section } from "#questionnaires/definition";
import { fillKeys } from "#questionnaires/types/filled-rows";
import { answerBoxes, type Box, isChoice, type TableBox, tableBoxes } from "#questionnaires/workbook/boxes";
import { seenText } from "#questionnaires/workbook/find-cells";
import { columnMarks, type Sheet, type SheetBook, type SheetCell } from "#questionnaires/workbook/sheets";
import { rowsOf } from "#scoring/answer-values";
import { boxText, boxValue, optionsText } from "./cell-words";
import { Lists } from "./lists";
import { seenValue } from "./seen";
import { tableSheet, tableSheetName } from "./table-sheet";

const told = (value: string): SheetCell => ({ value, kind: "told" });
const heading = (value: string): SheetCell => ({ value, kind: "heading" });
const code = (value: string): SheetCell => ({ value, kind: "code" });

/** What a session may answer of the questionnaire, as sheets, with what is answered so far, in the words of a language. */
export function makeSheets(ctx: SupplierContext, words: PageTexts): SheetBook {
  const lists = new Lists();
  const { session } = ctx;
  const sheets = session.questionnaire.sections.flatMap((section): readonly Sheet[] => {
    const questions = ownInWorkbook(session, section.questions);
    if (questions.length === 0) return [];
    const tables = questions
      .flatMap(tableBoxes)
      .map((table) => tableSheet(ctx, table, { rows: rowsOfTable(ctx, table), words, lists }));
    return [sectionSheet(ctx, section, { words, lists }), ...tables];
  });
  return { sheets: [instructions(words), ...sheets, about(ctx, words)], lists: lists.all };
}

/** The rows of a table as they are kept, those that wait to be filled in among them. */
export function rowsOfTable(
  { session }: Pick<SupplierContext, "session">,
  { question, part }: TableBox,
): readonly Row[] {
  // While its source says nothing, a table that fills itself has the rows that it has.
  const isFilled = part.fill !== undefined && fillKeys(part.fill, session.walk.answers) !== undefined;
  if (part.fill && isFilled) return rowsToFill(session, question.id, part, part.fill);
  return rowsOf(session.file, question.id, part.id);
}

/** The sheet of a section: a row for each box of its questions. */
export function sectionSheet(
  ctx: SupplierContext,
  section: Pick<Section, "id" | "questions">,
  { words, lists }: { words: PageTexts; lists: Lists },
): Sheet {
  const { session } = ctx;
  const { t } = words;
  const { id: idMark, question, hint, answer, unsure, comment, seen } = columnMarks;
  const heads = ["code", "question", "hint", "answer", "unsure", "comment"] as const;
  return {
    name: section.id,
    headings: 2,
    columns: [...[14, 48, 40, 36, 24, 36].map((width) => ({ width })), { width: 4, hidden: true }],
    rows: [
      [idMark, question, hint, answer, unsure, comment, seen].map(code),
      [...heads.map((head) => heading(t(`supplier:workbook.column.${head}`))), code("")],
      ...ownInWorkbook(session, section.questions).flatMap((one) => questionRows(ctx, one, { words, lists })),
    ],
  };
}

function questionRows(
  ctx: SupplierContext,
  question: Question,
  { words, lists }: { words: PageTexts; lists: Lists },
): readonly (readonly SheetCell[])[] {
  const { session } = ctx;
  const kept = Object.hasOwn(session.file.answers, question.id) ? session.file.answers[question.id] : undefined;
  const boxes = answerBoxes(question);
  return boxes.map((box, at) => {
    const value = boxValue(box, kept);
    const seen = new Map([["answer", seenValue(ctx, value)]]);
    const first = at === 0;
    if (first) {
      seen.set("unsure", seenValue(ctx, kept?.unsure));
      seen.set("comment", seenValue(ctx, kept?.comment));
    }
    const text = value === undefined ? "" : boxText({ session, words }, box, value);
    const offered = first && question.unsure.length > 0;
    return [
      code(box.id),
      told(titleOf(box, { words, first })),
      told(helpOf(ctx, box, { words, first })),
      openCell(ctx, box, { words, lists, text }),
      offered ? unsureCell(question, kept?.unsure, { words, lists }) : told(""),
      first ? { value: kept?.comment ?? "", kind: "open", takes: "text" } : told(""),
      code(seenText(seen)),
    ];
  });
}

/** The question with the part of it that a row asks. */
function titleOf(box: Box, { words, first }: { words: PageTexts; first: boolean }): string {
  const { question } = box;
  const title = bareText(words.say(`${question.id}.title`));
  const own =
    box.kind === "line"
      ? bareText(words.say(`${question.id}.${box.part.id}.row.${box.line}`))
      : "part" in box && question.parts.length > 1 && box.part.id !== "answer"
        ? bareText(words.find(`${question.id}.${box.part.id}`) ?? "")
        : "";
  return [...(first ? [`${question.id} ${title}`] : []), ...(own === "" ? [] : [own])].join("\n");
}

function helpOf(ctx: SupplierContext, box: Box, { words, first }: { words: PageTexts; first: boolean }): string {
  const { session } = ctx;
  const { question } = box;
  const isAsked = session.walk.asked.has(question.id);
  const lines = [
    first ? bareText(words.find(`${question.id}.hint`) ?? "") : "",
    "part" in box ? bareText(words.find(`${question.id}.${box.part.id}.hint`) ?? "") : "",
    first && !isAsked ? words.t("supplier:workbook.otherwise") : "",
    box.kind === "none" ? words.t("supplier:workbook.onSheet", { sheet: tableSheetName(box.question, box.part) }) : "",
    box.kind === "part" && box.part.type === "many"
      ? words.t("supplier:workbook.several", { options: optionsText({ session, words }, box.part, box.id) })
      : "",
  ];
  return lines.filter((line) => line !== "").join("\n");
}

function openCell(
  { session }: SupplierContext,
  box: Box,
  { words, lists, text: value }: { words: PageTexts; lists: Lists; text: string | number },
): SheetCell {
  const say = (key: string) => bareText(words.say(key));
  if (box.kind === "none") {
    if (box.part.min > 0) return told("");
    return { value, kind: "open", takes: "text", list: lists.of([say(`${box.question.id}.${box.part.id}.none`)]) };
  }
  if (box.kind === "line") {
    const at = `${box.question.id}.${box.part.id}`;
    return {
      value,
      kind: "open",
      takes: "text",
      list: lists.of(box.part.options.map((id) => say(`${at}.option.${id}`))),
    };
  }
  if (box.kind !== "part") return told("");
  const { part } = box;
  if (part.type === "date") return { value, kind: "open", takes: "date" };
  if (part.type === "number" || part.type === "percent") return { value, kind: "open", takes: "figure" };
  if (!isChoice(part) || part.type === "many") return { value, kind: "open", takes: "text" };
  const list = lists.of(namedOptions(session, part, box.id, words).map(({ label }) => label));
  return { value, kind: "open", takes: "text", list };
}

function unsureCell(
  { unsure }: Question,
  given: string | undefined,
  { words, lists }: { words: PageTexts; lists: Lists },
): SheetCell {
  const say = (kind: string) => bareText(words.say(`unsure.${kind}`));
  return { value: given === undefined ? "" : say(given), kind: "open", takes: "text", list: lists.of(unsure.map(say)) };
}

function instructions({ t }: PageTexts): Sheet {
  const lines = ["write", "several", "empty", "codes", "back"] as const;
  return {
    name: t("supplier:workbook.how.sheet").slice(0, 31),
    headings: 1,
    columns: [{ width: 100 }],
    rows: [
      [code("avow:how")],
      [heading(t("supplier:workbook.title"))],
      ...lines.map((line) => [told(t(`supplier:workbook.how.${line}`))]),
    ],
  };
}

/** What the file is about, and the revision of each answer in it. */
function about({ session }: SupplierContext, { language }: PageTexts): Sheet {
  const { file, questionnaire } = session;
  const { id, version } = questionnaire.definition;
  const facts = { questionnaire: id, version: String(version), reference: file.attestation.reference, language };
  const revisions = Object.entries(file.revisions)
    .filter(([question]) => mayAnswer(session, question))
    .map(([question, revision]) => [question, String(revision)]);
  return {
    name: "Avow",
    hidden: true,
    headings: 1,
    columns: [{ width: 20 }, { width: 40 }],
    rows: [[code(columnMarks.about)], ...[...Object.entries(facts), ...revisions].map((pair) => pair.map(code))],
  };
}
