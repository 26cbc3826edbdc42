import { type Answer, type PartValue, type Row, unknownId } from "#questionnaires/answers";
import type { Column, Part, Question } from "#questionnaires/definition";
import { AnswerFileError } from "./answer-problem";

/** The members of each list that a question may take its options from. */
export type ListMembers = Readonly<Record<string, ReadonlySet<string>>>;

/**
 * Checks one answer of a file against its question. The walk would leave out what does not fit without a word, which is
 * right for old answers and wrong for somebody's typing mistake.
 * @param path of the answer in the file
 * @throws AnswerFileError
 */
export function checkAnswer(question: Question, answer: Answer, path: string, lists: ListMembers): void {
  if (answer.unsure !== undefined && !question.unsure.includes(answer.unsure)) {
    const offered = question.unsure.join(", ") || "none";
    throw new AnswerFileError(
      `${path}.unsure`,
      `${question.id} does not offer "${answer.unsure}"; it offers ${offered}`,
    );
  }
  for (const [id, value] of Object.entries(answer.value ?? {})) {
    const part = question.parts.find((one) => one.id === id);
    const place = `${path}.value.${id}`;
    if (part === undefined) {
      const parts = question.parts.map((one) => one.id).join(", ");
      throw new AnswerFileError(place, `unknown part "${id}"; ${question.id} has ${parts}`);
    }
    checkPart(part, value, place, lists);
  }
}

function checkPart(part: Part, value: PartValue, path: string, lists: ListMembers): void {
  if (part.type === "table") checkTable(part, value, path, lists);
  else if (part.type === "matrix") checkMatrix(part, value, path);
  else checkCell(part, value, path, lists);
}

function checkTable(part: Extract<Part, { type: "table" }>, value: PartValue, path: string, lists: ListMembers): void {
  if (!isRows(value)) throw new AnswerFileError(path, "must be a list of rows, each with id and cells");
  if (value.length > part.max) throw new AnswerFileError(path, `has ${value.length} rows; at most ${part.max} fit`);
  const seen = new Set<string>();
  for (const [place, row] of value.entries()) {
    if (seen.has(row.id)) throw new AnswerFileError(`${path}.${place}.id`, `the row id "${row.id}" is used twice`);
    seen.add(row.id);
    for (const [id, cell] of Object.entries(row.cells)) {
      const column = part.columns.find((one) => one.id === id);
      const at = `${path}.${place}.cells.${id}`;
      if (column === undefined) {
        throw new AnswerFileError(
          at,
          `unknown column "${id}"; there are ${part.columns.map((one) => one.id).join(", ")}`,
        );
      }
      checkCell(column, cell, at, lists);
    }
  }
}

function isRows(value: PartValue): value is readonly Row[] {
  return Array.isArray(value) && value.every((row) => typeof row === "object");
}

function checkMatrix(part: Extract<Part, { type: "matrix" }>, value: PartValue, path: string): void {
  if (typeof value !== "object" || Array.isArray(value))
    throw new AnswerFileError(path, "must be rows with an option each");
  for (const [row, option] of Object.entries(value)) {
    if (!part.rows.includes(row)) {
      throw new AnswerFileError(`${path}.${row}`, `unknown row "${row}"; there are ${part.rows.join(", ")}`);
    }
    checkOption(part.options, String(option), `${path}.${row}`);
  }
}

type CellPart = Exclude<Part, { type: "table" | "matrix" }> | Column;

/** A kind of part that is not here does not compile: it would be refused, or let through unread. */
function checkCell(part: CellPart, value: PartValue, path: string, lists: ListMembers): void {
  if (part.type === "many") checkMany(part, value, path, lists);
  else if (part.type === "number" || part.type === "percent") checkNumber(part, value, path);
  else if (part.type === "one") checkChoice(part, textIn(value, path), path, lists);
  else if (part.type === "date") checkDate(part, textIn(value, path), path);
  else if (part.type === "text") textIn(value, path);
  else part satisfies never;
}

function textIn(value: PartValue, path: string): string {
  if (typeof value !== "string") throw new AnswerFileError(path, "must be text");
  return value;
}

type Many = { options?: string[]; list?: string; also?: string[]; exclusive?: string[] };

function checkMany(part: Many, value: PartValue, path: string, lists: ListMembers): void {
  if (!Array.isArray(value)) throw new AnswerFileError(path, "must be a list of option ids");
  const chosen = value.map(String);
  for (const [place, option] of chosen.entries()) {
    checkChoice(part, option, `${path}.${place}`, lists);
    if (chosen.indexOf(option) < place) throw new AnswerFileError(`${path}.${place}`, `"${option}" is chosen twice`);
  }
  const alone = part.exclusive?.find((option) => chosen.includes(option));
  if (alone !== undefined && chosen.length > 1) throw new AnswerFileError(path, `"${alone}" goes with no other option`);
}

type DatePart = { readonly precision: "day" | "month"; readonly unknown?: boolean };

function checkDate({ precision, unknown }: DatePart, value: string, path: string): void {
  if (unknown && value === unknownId) return;
  if ((precision === "day" ? dayForm : monthForm).test(value)) return;
  throw new AnswerFileError(path, `must be a ${precision} such as ${precision === "day" ? "2025-03-31" : "2025-03"}`);
}

const dayForm = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const monthForm = /^\d{4}-(0[1-9]|1[0-2])$/;

function checkNumber(
  part: { type: "number" | "percent"; min?: number; max?: number; decimals?: number },
  value: PartValue,
  path: string,
): void {
  const [min, max] = part.type === "percent" ? [0, 100] : [part.min, part.max];
  if (typeof value !== "number") throw new AnswerFileError(path, "must be a number");
  if (min !== undefined && value < min) throw new AnswerFileError(path, `must be at least ${min}`);
  if (max !== undefined && value > max) throw new AnswerFileError(path, `must be at most ${max}`);
  const decimals = part.type === "percent" ? 2 : (part.decimals ?? 0);
  if (Number(value.toFixed(decimals)) !== value) {
    throw new AnswerFileError(path, decimals === 0 ? "must be a whole number" : `has more than ${decimals} decimals`);
  }
}

/** Sites and questions are named by other answers; a row that is not there is left out by the walk. */
function checkChoice(
  part: { options?: string[]; list?: string; also?: string[] },
  value: string,
  path: string,
  lists: ListMembers,
): void {
  if (part.options !== undefined) checkOption(part.options, value, path);
  const list = lists[part.list ?? ""];
  if (list === undefined || list.has(value) || part.also?.includes(value)) return;
  throw new AnswerFileError(path, `"${value}" is not in the list ${part.list}`);
}

function checkOption(options: readonly string[], value: string, path: string): void {
  if (!options.includes(value))
    throw new AnswerFileError(path, `unknown option "${value}"; there are ${options.join(", ")}`);
}
