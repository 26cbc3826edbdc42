import type { Answer, Answers, Facts, PartValue, Row } from "#questionnaires/answers";
import { evaluate } from "#questionnaires/conditions/condition";
import type { EvaluationContext } from "#questionnaires/conditions/outcome";
import { isUnsureOffered } from "#questionnaires/conditions/unsure";
import type { Part, Question } from "#questionnaires/definition";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { goTogether } from "#questionnaires/reading/relations";
import { fillKeys } from "#questionnaires/types/filled-rows";
import type { WalkPlanPart, WalkPlanQuestion } from "./plan";

export type QuestionState = "answered" | "partly" | "blank" | "not-asked";

/** What applies of a set of answers, and how far they go. */
export type Walk = {
  readonly questionnaire: LoadedQuestionnaire;
  readonly facts: Facts;
  /** Codes of the questions that are asked. */
  readonly asked: ReadonlySet<string>;
  /** Relevant answers only: of asked questions, to parts that are shown, about sites that exist. */
  readonly answers: Answers;
  /** By the places of the plan of the questionnaire: for what looks at every question of every walk. */
  readonly states: readonly QuestionState[];
  /** `partly`: something is given and something required is not. */
  stateOf(questionId: string): QuestionState;
};

const noSites: ReadonlySet<string> = new Set();

type WalkInProgress = { asked: Set<string>; answers: Record<string, Answer>; facts: Facts; sites: ReadonlySet<string> };

/**
 * Goes through the questionnaire from its first question and finds what is asked and which answers count. A question whose
 * condition fails or is undecided is not asked; its answer, if there is one, does not count anywhere.
 * Never throws on odd answers: what does not fit the definition is left out.
 * @param before a walk of the same answers by facts that differ in inherent risk only: what does not turn on that is taken from it
 */
export function walk(questionnaire: LoadedQuestionnaire, answers: Answers, facts: Facts, before?: Walk): Walk {
  const { questions, places } = questionnaire.plan;
  const states: QuestionState[] = [];
  const draft: WalkInProgress = { asked: new Set(), answers: {}, facts, sites: noSites };
  for (const planned of questions) {
    const known = planned.steady ? before?.states[states.length] : undefined;
    const state = known === undefined ? first(planned, answers, draft) : again(planned.id, known, before, draft);
    states.push(state);
    if (state !== "not-asked" && planned.sites !== undefined)
      draft.sites = idsOf(draft.answers[planned.id]?.value?.[planned.sites]);
  }
  return {
    questionnaire,
    facts,
    asked: draft.asked,
    answers: draft.answers,
    states,
    stateOf: (questionId) => states[places.get(questionId) ?? -1] ?? "not-asked",
  };
}

/** Finds whether a question is asked and puts what counts of its answer into the draft. */
function first(planned: WalkPlanQuestion, answers: Answers, draft: WalkInProgress): QuestionState {
  const { id } = planned;
  if (!isAsked(planned, draft)) return "not-asked";
  draft.asked.add(id);
  const given = Object.hasOwn(answers, id) ? answers[id] : undefined;
  return isObject(given) ? take(planned, given, draft) : "blank";
}

/** The same of a question that another walk has been to. */
function again(id: string, state: QuestionState, before: Walk | undefined, draft: WalkInProgress): QuestionState {
  if (state === "not-asked") return state;
  draft.asked.add(id);
  const answer = before?.answers[id];
  if (answer !== undefined) draft.answers[id] = answer;
  return state;
}

function isAsked({ question: { regimes }, shown }: WalkPlanQuestion, context: EvaluationContext): boolean {
  const wanted = context.facts.regimes;
  if (regimes !== undefined && wanted.length > 0 && !regimes.some((regime) => wanted.includes(regime))) return false;
  return shown === undefined || shown(context) === "holds";
}

/** Puts what counts of an answer into the draft. */
function take(planned: WalkPlanQuestion, given: Answer, draft: WalkInProgress): QuestionState {
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
  let counted = 0;
  let whole = true;
  for (const part of parts) {
    const given = Object.hasOwn(value, part.id) ? value[part.id] : undefined;
    if (part.shown !== undefined && part.shown(draft) !== "holds") {
      if (given !== undefined) return undefined;
      continue;
    }
    if (given === undefined) {
      whole &&= !part.required;
      continue;
    }
    if (part.sanitize(given, draft.sites) !== given) return undefined;
    if (part.fill !== undefined) {
      const { right, isWhole } = countedValue(part, given, draft);
      if (right !== given) return undefined;
      whole &&= isWhole;
    } else if (part.isComplete !== undefined) whole &&= part.isComplete(given);
    counted += 1;
  }
  for (const _ in value) counted -= 1;
  if (counted !== 0) return undefined;
  return whole && !(related && !goTogether(question.parts, value)) ? "answered" : "partly";
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

function idsOf(value: PartValue | undefined): ReadonlySet<string> {
  if (!Array.isArray(value)) return noSites;
  const ids = new Set<string>();
  for (const row of value) if (typeof row === "object") ids.add(row.id);
  return ids;
}

function isObject<T>(value: T): value is T & object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The parts of a question that its answers so far call for, in the order people see them. */
export function shownParts(context: EvaluationContext, question: Question): readonly Part[] {
  return question.parts.filter(({ shown }) => shown === undefined || evaluate(shown, context) === "holds");
}
