import type { Answer, Facts, PartValue, Row } from "#questionnaires/answers";
import { isUnsureOffered } from "#questionnaires/conditions/unsure";
import { goTogether } from "#questionnaires/reading/relations";
import { fillKeys } from "#questionnaires/types/filled-rows";
import type { WalkPlanPart, WalkPlanQuestion } from "./plan";

export type QuestionState = "answered" | "partly" | "blank" | "not-asked";

/** A walk as far as it has come. */
export type WalkInProgress = {
  readonly asked: Set<string>;
  readonly answers: Record<string, Answer>;
  readonly facts: Facts;
  /** Ids of the sites, once their question was passed. */
  sites: ReadonlySet<string>;
};

/** Puts what counts of an answer into the draft. */
export function take(planned: WalkPlanQuestion, given: Answer, draft: WalkInProgress): QuestionState {
  const { id, question } = planned;
  if (given.unsure !== undefined && isUnsureOffered(question, given.unsure, draft)) {
    draft.answers[id] = given.value === undefined ? given : { ...given, value: undefined };
    return "answered";
  }
  if (!isObject(given.value) || isEmpty(given.value)) {
    draft.answers[id] = given.value === undefined && given.unsure === undefined ? given : withoutValue(given);
    return isObject(given.value) ? stateOfNothing(planned, draft) : "blank";
  }
  const whole = given.unsure === undefined ? stateOfWhole(planned, given.value, draft) : undefined;
  if (whole === undefined) return takeValue(planned, given, given.value, draft);
  draft.answers[id] = given;
  return whole;
}

/**
 * How far a value goes of which every part counts, or undefined where something has to be left out. Most answers are whole
 * and need no copy: their conditions read the value itself, for of their own question they name parts that come before.
 */
function stateOfWhole(
  { id, conditional, readsItself, related, question, parts }: WalkPlanQuestion,
  value: NonNullable<Answer["value"]>,
  draft: WalkInProgress,
): QuestionState | undefined {
  if (readsItself) return undefined;
  if (conditional) draft.answers[id] = { value };
  let given = 0;
  let whole = true;
  for (const part of parts) {
    const one = Object.hasOwn(value, part.id) ? value[part.id] : undefined;
    const isWhole = isWholePart(part, one, draft);
    if (isWhole === undefined) return undefined;
    whole &&= isWhole;
    if (one !== undefined) given += 1;
  }
  for (const _ in value) given -= 1;
  if (given !== 0) return undefined;
  return whole && (!related || goTogether(question.parts, value)) ? "answered" : "partly";
}

/** Whether nothing of a part is left open, or undefined where what was given does not count as it stands. */
function isWholePart(part: WalkPlanPart, given: PartValue | undefined, draft: WalkInProgress): boolean | undefined {
  const { shown, required, sanitize, isComplete, fill } = part;
  if (shown !== undefined && shown(draft) !== "holds") return given === undefined ? true : undefined;
  if (given === undefined) return !required;
  if (sanitize(given, draft.sites) !== given) return undefined;
  if (fill === undefined) return isComplete === undefined || isComplete(given);
  const { right, isWhole } = countedValue(part, given, draft);
  return right === given ? isWhole : undefined;
}

/** A page that was saved without anything on it: answered only where none of its parts had to be given. */
function stateOfNothing({ parts }: WalkPlanQuestion, draft: WalkInProgress): QuestionState {
  const open = parts.some(({ required, shown }) => required && (shown === undefined || shown(draft) === "holds"));
  return open ? "blank" : "answered";
}

function takeValue(
  planned: WalkPlanQuestion,
  given: Answer,
  value: NonNullable<Answer["value"]>,
  draft: WalkInProgress,
): QuestionState {
  const kept: Record<string, PartValue> = {};
  // Conditions of later parts read this very object while it fills.
  draft.answers[planned.id] = { value: kept };
  let some = false;
  let whole = true;
  for (const part of planned.parts) {
    if (part.shown !== undefined && part.shown(draft) !== "holds") continue;
    const sound = Object.hasOwn(value, part.id) ? part.sanitize(value[part.id], draft.sites) : undefined;
    const { right, isWhole } = countedValue(part, sound, draft);
    if (right !== undefined) {
      kept[part.id] = right;
      some = true;
    }
    whole &&= isWhole;
  }
  if (planned.related) whole &&= goTogether(planned.question.parts, kept);
  if (!some) {
    // What is left of an answer of which no part counts says nothing, and must not read as something said.
    draft.answers[planned.id] = withoutValue(given);
    return whole ? "answered" : "blank";
  }
  // The very same answer is handed on where nothing had to go: most walks copy nothing.
  const same = given.unsure === undefined && isSame(value, kept);
  draft.answers[planned.id] = same ? given : { ...withoutValue(given), value: kept };
  return whole ? "answered" : "partly";
}

/** What counts of a part's value, and whether it leaves nothing open. Of a table that fills itself only rows with a source count. */
function countedValue(
  { fill, required, isComplete }: WalkPlanPart,
  value: PartValue | undefined,
  { answers }: WalkInProgress,
): { readonly right: PartValue | undefined; readonly isWhole: boolean } {
  const keys = fill && fillKeys(fill, answers);
  if (fill === undefined || keys === undefined || !isRowList(value)) {
    return { right: value, isWhole: value === undefined ? !required : (isComplete?.(value) ?? true) };
  }
  const rows = withSource(value, fill.into, keys);
  const there = new Set(rows.map(({ cells }) => cells[fill.into]));
  const isWhole = (isComplete?.(rows) ?? true) && keys.every((key) => there.has(key));
  return { right: rows.length > 0 ? rows : undefined, isWhole };
}

function withSource(rows: readonly Row[], into: string, keys: readonly string[]): readonly Row[] {
  const known = new Set<unknown>(keys);
  return rows.every(({ cells }) => known.has(cells[into])) ? rows : rows.filter(({ cells }) => known.has(cells[into]));
}

function isRowList(value: PartValue | undefined): value is readonly Row[] {
  return Array.isArray(value) && value.every((row: unknown) => typeof row === "object");
}

function isEmpty(value: NonNullable<Answer["value"]>): boolean {
  for (const _ in value) return false;
  return true;
}

function isSame(value: NonNullable<Answer["value"]>, kept: Readonly<Record<string, PartValue>>): boolean {
  for (const id in value) if (!Object.hasOwn(kept, id) || kept[id] !== value[id]) return false;
  return true;
}

function withoutValue({ comment, evidence }: Answer): Answer {
  return { ...(comment === undefined ? {} : { comment }), ...(evidence === undefined ? {} : { evidence }) };
}

export function isObject<T>(value: T): value is T & object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
