import type { FieldError, Fields, ReadingContext } from "#questionnaires/reading/field";
import { relationErrors } from "#questionnaires/reading/relations";
import { parseUnsure } from "#questionnaires/types/choice";
import { fillKeys } from "#questionnaires/types/filled-rows";
import { partTypeOf } from "#questionnaires/types/index";
import { readCells } from "#questionnaires/types/read-rows";
import { cleanLines } from "#terms/texts/typed-text";
import type { Answer, PartValue, Row, Unsure } from "./answers";
import { type EvaluationContext, evaluate } from "./conditions/condition";
import { isUnsureOffered } from "./conditions/unsure";
import type { Fill, Part, Question, TablePart } from "./definition";

export type { FieldError, Fields, ReadingContext };

/** Longest comment on a question, in UTF-16 code units. */
export const commentLimit = 4000;

type Values = Record<string, PartValue>;
type Found = { value: Values; unsure?: Unsure; unsureField: string; errors: FieldError[]; shown: readonly Part[] };

/**
 * Reads the fields of a question's page. Only fields that the definition names are looked at, and only of parts that the
 * answers call for; the rest is ignored. Never throws, whatever was sent.
 */
export function readQuestion(
  question: Question,
  fields: Fields,
  context: ReadingContext,
): { answer: Answer; errors?: undefined } | { errors: readonly FieldError[]; answer?: undefined } {
  const found = readParts(question, fields, context);
  const errors = [...found.errors, ...settleUnsure(question, fields, found, context)];
  const empty = Object.keys(found.value).length === 0;
  const blankAllowed = context.allowBlank || found.unsure !== undefined || (question.optional && empty);
  if (!blankAllowed) errors.push(...missing(question, found, errors));
  const comment = readComment(question, fields, errors);
  if (errors.length > 0) return { errors };
  const evidence = context.current?.evidence;
  return {
    answer: {
      ...(found.unsure === undefined
        ? empty && blankAllowed
          ? {}
          : { value: found.value }
        : { unsure: found.unsure }),
      ...(comment === undefined ? {} : { comment }),
      ...(evidence === undefined ? {} : { evidence }),
    },
  };
}

/** Reads the fields of one row's page, or of one pasted line. A new row beyond the table's limit is an error. */
export function readRow(
  question: Question,
  part: TablePart,
  fields: Fields,
  context: ReadingContext,
): { cells: Row["cells"]; errors?: undefined } | { errors: readonly FieldError[]; cells?: undefined } {
  const at = `${question.id}.${part.id}`;
  const rows = context.current?.value?.[part.id];
  if (context.row === undefined && Array.isArray(rows) && rows.length >= part.max) {
    return { errors: [{ field: at, code: "too-many-rows", params: { max: part.max } }] };
  }
  const { cells, errors } = readCells(part, at, fields, context, givenCells(part, context));
  if (part.fill && !hasSource(part.fill, cells, question, context)) {
    return { errors: [...errors, { field: `${at}.${part.fill.into}`, code: "unknown-option" }] };
  }
  return errors.length > 0 ? { errors } : { cells };
}

/** What a row that a table made by itself is about: its page does not ask for it. */
function givenCells({ id, fill }: TablePart, { row, current }: ReadingContext): Row["cells"] {
  if (fill === undefined || row === undefined) return {};
  const rows = (current?.value?.[id] ?? []) as readonly Row[];
  // A row that nobody saved yet has the id of its source.
  return { [fill.into]: rows.find((one) => one.id === row)?.cells[fill.into] ?? row };
}

function hasSource(fill: Fill, cells: Row["cells"], { id }: Question, { walk, current }: ReadingContext): boolean {
  const source = cells[fill.into];
  const own = { question: id, value: current?.value ?? {} };
  return source === undefined || (fillKeys(fill, walk?.answers ?? {}, own) ?? []).includes(String(source));
}

/** Parts in the order of the page; whether a part is shown is judged by what was read before and around it. */
function readParts(question: Question, fields: Fields, context: ReadingContext): Found {
  const found: Found = { value: {}, unsureField: `${question.id}.unsure`, errors: [], shown: question.parts };
  const read = new Map<Part, ReturnType<ReturnType<typeof partTypeOf>["read"]>>();
  for (const part of question.parts) {
    const result = partTypeOf(part).read(part, `${question.id}.${part.id}`, fields, {
      ...context,
      values: found.value,
    });
    read.set(part, result);
    if (result.value !== undefined) found.value[part.id] = result.value;
  }
  found.shown = narrow(question, found.value, context);
  for (const part of found.shown) {
    const { unsure, errors } = read.get(part) ?? {};
    if (errors !== undefined) found.errors.push(...errors);
    if (unsure === undefined) continue;
    found.unsure = unsure;
    found.unsureField = `${question.id}.${part.id}`;
  }
  const field = (id: string) => `${question.id}.${id}`;
  found.errors.push(...relationErrors(found.shown, found.value, field, context.today));
  return found;
}

/** What conditions look at while this question has these values. */
function contextOf(question: Question, value: Values, walk: ReadingContext["walk"]): EvaluationContext {
  return {
    asked: new Set(walk?.asked).add(question.id),
    answers: { ...walk?.answers, [question.id]: { value } },
    facts: walk?.facts ?? { regimes: [], modules: [] },
  };
}

/** Takes out the values of parts that are not shown, until no more part falls away with them. */
function narrow(question: Question, value: Values, { walk }: ReadingContext): readonly Part[] {
  if (!question.parts.some((part) => part.shown)) return question.parts;
  for (;;) {
    const context = contextOf(question, value, walk);
    const shown = question.parts.filter((part) => !part.shown || evaluate(part.shown, context) === "holds");
    const fallen = Object.keys(value).filter((id) => !shown.some((part) => part.id === id));
    if (fallen.length === 0) return shown;
    for (const id of fallen) delete value[id];
  }
}

function settleUnsure(
  question: Question,
  fields: Fields,
  found: Found,
  { walk }: ReadingContext,
): readonly FieldError[] {
  const [typed, ...more] = new Set(fields.get(`${question.id}.unsure`)?.filter((value) => value !== ""));
  if (typed !== undefined) {
    const kind = more.length === 0 ? parseUnsure(typed) : undefined;
    if (kind === undefined) return [{ field: `${question.id}.unsure`, code: "unknown-option" }];
    found.unsure = kind;
    found.unsureField = `${question.id}.unsure`;
  }
  if (found.unsure === undefined) return [];
  if (!isUnsureOffered(question, found.unsure, contextOf(question, {}, walk)))
    return [{ field: found.unsureField, code: "unknown-option" }];
  const both = Object.keys(found.value).length > 0 || found.errors.length > 0;
  return both ? [{ field: found.unsureField, code: "unsure-and-value" }] : [];
}

function missing(question: Question, { value, shown }: Found, errors: readonly FieldError[]): readonly FieldError[] {
  return shown.flatMap((part): readonly FieldError[] => {
    const field = `${question.id}.${part.id}`;
    if (errors.some((error) => error.field === field || error.field.startsWith(`${field}.`))) return [];
    const given = value[part.id];
    if (given === undefined && part.optional) return [];
    if (part.type === "matrix") {
      const chosen = (given ?? {}) as Readonly<Record<string, string>>;
      return part.rows
        .filter((row) => chosen[row] === undefined)
        .map((row) => ({ field: `${field}.${row}`, code: "required" }));
    }
    if (given !== undefined && isWhole(part, given)) return [];
    if (part.type === "table" && part.min > 0) return [{ field, code: "too-few-rows", params: { min: part.min } }];
    return [{ field, code: "required" }];
  });
}

/** Whether nothing of a value is missing here: the rows of a table are completed on pages of their own. */
function isWhole(part: Part, given: PartValue): boolean {
  return part.type === "table" || (partTypeOf(part).completeness?.(part)(given) ?? true);
}

function readComment({ id }: Question, fields: Fields, errors: FieldError[]): string | undefined {
  const field = `${id}.comment`;
  const comment = cleanLines(fields.get(field)?.at(-1) ?? "");
  if (comment.length > commentLimit) errors.push({ field, code: "too-long", params: { max: commentLimit } });
  return comment === "" ? undefined : comment;
}
