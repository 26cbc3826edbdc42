import type { Answers, Facts, PartValue } from "#questionnaires/answers";
import { evaluate } from "#questionnaires/conditions/condition";
import type { EvaluationContext } from "#questionnaires/conditions/outcome";
import type { Part, Question } from "#questionnaires/definition";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { isObject, type QuestionState, take, type WalkInProgress } from "./counted-answer";
import type { WalkPlanQuestion } from "./plan";

export type { QuestionState };

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

function idsOf(value: PartValue | undefined): ReadonlySet<string> {
  if (!Array.isArray(value)) return noSites;
  const ids = new Set<string>();
  for (const row of value) if (typeof row === "object") ids.add(row.id);
  return ids;
}

/** The parts of a question that its answers so far call for, in the order people see them. */
export function shownParts(context: EvaluationContext, question: Question): readonly Part[] {
  return question.parts.filter(({ shown }) => shown === undefined || evaluate(shown, context) === "holds");
}
