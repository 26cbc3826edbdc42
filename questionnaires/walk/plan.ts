import type { PartValue } from "#questionnaires/answers";
import { evaluationOrder, type OrderedQuestion, questionsByInherentRisk } from "#questionnaires/checks/order";
import { compile } from "#questionnaires/conditions/condition";
import { conditionSubjects } from "#questionnaires/conditions/condition-schema";
import type { Test } from "#questionnaires/conditions/outcome";
import type { Contradiction, Fill, Part, Question, Questionnaire } from "#questionnaires/definition";
import { isRelated } from "#questionnaires/reading/relations";
import { partTypeOf } from "#questionnaires/types/index";
import type { Sanitize } from "#questionnaires/types/part-type";

export type WalkPlanPart = {
  readonly id: string;
  readonly part: Part;
  readonly shown?: Test;
  readonly sanitize: Sanitize;
  /** Without it the question is not answered, as long as the part is shown. */
  readonly required: boolean;
  /** Whether a kept value leaves nothing open; absent: it never does. */
  readonly isComplete?: (value: PartValue) => boolean;
  readonly fill?: Fill;
};

export type WalkPlanQuestion = {
  readonly id: string;
  readonly question: Question;
  readonly shown?: Test;
  /** In the order of walking: a part comes after those that its condition names. */
  readonly parts: readonly WalkPlanPart[];
  /** Whether its parts have conditions, or tables that fill themselves. */
  readonly conditional: boolean;
  /** Whether a condition of a part asks of its own question as a whole, which says more with each part that was taken. */
  readonly readsItself: boolean;
  /** Whether values of its parts must go together, such as an end and its begin. */
  readonly related: boolean;
  /** Whether it is asked, and what of its answer counts, whatever inherent risk may be. */
  readonly steady: boolean;
  /** Part whose rows are the sites that others point at. */
  readonly sites?: string;
};

/** A question with its place in the order of walking. */
export type PlannedPage = { readonly place: number; readonly question: Question };

/** All of a questionnaire that every walk needs, worked out once. */
export type WalkPlan = {
  /** In the order of walking. */
  readonly questions: readonly WalkPlanQuestion[];
  /** Those of which values must go together. */
  readonly related: readonly WalkPlanQuestion[];
  /** Place of a question in `questions`, by code. */
  readonly places: ReadonlyMap<string, number>;
  /** Questions with a page of their own, in the order people see them; the others are answered on the declaration page. */
  readonly pages: readonly Question[];
  /** Those of them that must not be left blank. */
  readonly required: readonly PlannedPage[];
  /** Those of them that take documents. */
  readonly provable: readonly PlannedPage[];
  readonly contradictions: readonly { readonly contradiction: Contradiction; readonly test: Test }[];
};

/** @param definition one without circles */
export function makeWalkPlan(definition: Questionnaire): WalkPlan {
  const order = evaluationOrder(definition);
  const byRisk = questionsByInherentRisk(order);
  const questions = order.map((one) => planQuestion(one, !byRisk.has(one.question.id)));
  const places = new Map(questions.map(({ id }, place) => [id, place]));
  const pages = definition.sections.flatMap((section) => section.questions).filter(({ signing }) => !signing);
  const placed = pages.map((question) => ({ place: places.get(question.id) ?? -1, question }));
  return {
    questions,
    related: questions.filter(({ related }) => related),
    places,
    pages,
    required: placed.filter(({ question }) => !question.optional),
    provable: placed.filter(({ question }) => question.evidence),
    contradictions: definition.contradictions.map((contradiction) => ({
      contradiction,
      test: compile(contradiction.when),
    })),
  };
}

function planQuestion({ question, parts }: OrderedQuestion, steady: boolean): WalkPlanQuestion {
  const { id } = question;
  const planned = parts.map(planPart);
  return {
    id,
    question,
    shown: question.shown && compile(question.shown),
    parts: planned,
    conditional: planned.some(({ shown, fill }) => shown !== undefined || fill !== undefined),
    readsItself: parts.some(
      ({ shown }) => shown && conditionSubjects(shown).some((one) => one.question === id && one.part === undefined),
    ),
    related: parts.some(isRelated),
    steady,
    sites: parts.find((part) => part.id === "sites" && part.type === "table")?.id,
  };
}

function planPart(part: Part): WalkPlanPart {
  const { sanitize, completeness } = partTypeOf(part);
  return {
    id: part.id,
    part,
    shown: part.shown && compile(part.shown),
    sanitize: sanitize(part),
    required: part.optional !== true,
    isComplete: completeness?.(part),
    fill: part.type === "table" ? part.fill : undefined,
  };
}
