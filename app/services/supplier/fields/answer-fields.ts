import { type Answer, type Cell, type PartValue, type Row, unknownId } from "#questionnaires/answers";
import type { Column, Part, Question, TablePart } from "#questionnaires/definition";
import type { Fields } from "#questionnaires/reading";

/** The fields that a stored answer fills its page with: reading them again gives the same answer. */
export function fieldsOfAnswer(question: Question, answer: Answer | undefined): Fields {
  const fields = new Map<string, readonly string[]>();
  if (answer === undefined) return fields;
  for (const part of question.parts) {
    const value = answer.value?.[part.id];
    if (value !== undefined) fillPart(fields, `${question.id}.${part.id}`, part, value);
  }
  if (answer.unsure) {
    const first = question.parts[0];
    const at =
      first?.type === "one" && first.shown === undefined ? `${question.id}.${first.id}` : `${question.id}.unsure`;
    fields.set(at, [`~${answer.unsure}`]);
  }
  if (answer.comment) fields.set(`${question.id}.comment`, [answer.comment]);
  return fields;
}

/** The fields of one row's page. */
export function fieldsOfRow(question: Question, part: TablePart, row: Row | undefined): Fields {
  const fields = new Map<string, readonly string[]>();
  if (row) fillRow(fields, `${question.id}.${part.id}`, part, row);
  return fields;
}

function fillRow(fields: Filling, at: string, { columns }: TablePart, { cells }: Row): void {
  for (const column of columns) {
    const cell = cells[column.id];
    if (cell !== undefined) fillCell(fields, `${at}.${column.id}`, column, cell);
  }
}

type Filling = Map<string, readonly string[]>;

function fillPart(fields: Filling, at: string, part: Part, value: PartValue): void {
  if (part.type === "table") {
    if (!Array.isArray(value)) return;
    if (value.length === 0) fields.set(`${at}.none`, ["yes"]);
    if (part.fill) for (const row of value as readonly Row[]) fillRow(fields, `${at}.${row.id}`, part, row);
  } else if (part.type === "matrix") {
    for (const [row, option] of Object.entries(value as Readonly<Record<string, string>>)) {
      fields.set(`${at}.${row}`, [option]);
    }
  } else {
    fillCell(fields, at, part, value as Cell);
  }
}

function fillCell(fields: Filling, at: string, part: Column, value: Cell): void {
  if (part.type === "date" && value === unknownId) {
    fields.set(`${at}.unknown`, ["yes"]);
  } else if (part.type === "date") {
    const [year = "", month = "", day = ""] = String(value).split("-");
    fields.set(`${at}.year`, [year]).set(`${at}.month`, [String(Number(month))]);
    if (day) fields.set(`${at}.day`, [String(Number(day))]);
  } else if (typeof value === "string" || typeof value === "number") {
    fields.set(at, [String(value)]);
  } else {
    fields.set(at, value);
  }
}
