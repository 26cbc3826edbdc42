import { type Answers, isGiven } from "#questionnaires/answers";
import type { Question, Section } from "#questionnaires/definition";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import type { Walk } from "./walk";

export type SectionState = {
  readonly section: Section;
  readonly state: "not-started" | "in-progress" | "completed" | "nothing-to-ask";
  /** How many of the questions asked are answered. */
  readonly answered: number;
  readonly asked: number;
  /** Those asked, without those answered on the declaration page. */
  readonly questions: readonly Question[];
};

/** What must still be answered before signing, in the order people see it. */
export function openQuestions(walk: Walk): readonly Question[] {
  const open: Question[] = [];
  for (const { place, question } of walk.questionnaire.plan.required) {
    const state = walk.states[place];
    if (state === "blank" || state === "partly") open.push(question);
  }
  return open;
}

/** How many questions are answered, with what is asked or why it cannot be said. A comment alone is no answer. */
export function countAnswers(answers: Answers): number {
  return Object.values(answers).filter(isGiven).length;
}

/**
 * How many questions stand for an answer, and how many of them have it: all that have to be answered, and those of the others
 * that are. When nothing is open both are the count of answers that is signed.
 */
export function answerCounts(walk: Walk): { readonly asked: number; readonly answered: number } {
  const pages = walk.questionnaire.plan.pages.filter(({ id }) => walk.asked.has(id));
  const answered = pages.filter(({ id }) => walk.stateOf(id) === "answered").length;
  const open = pages.filter(({ id, optional }) => !optional && walk.stateOf(id) !== "answered").length;
  return { asked: answered + open, answered };
}

/** How many answers are given in the end for these regimes: at least, before anything is known, and at most. */
export function answerRange(
  questionnaire: LoadedQuestionnaire,
  regimes: readonly string[],
): { readonly least: number; readonly most: number } {
  const served = servedQuestions(questionnaire, regimes);
  // A question may be asked just because another says nothing yet, so what a walk without answers asks is no least.
  return { least: served.filter(({ shown, optional }) => !shown && !optional).length, most: served.length };
}

/** The questions that can be asked for these regimes, each on a page of its own, in the order people see them. */
export function servedQuestions(questionnaire: LoadedQuestionnaire, regimes: readonly string[]): readonly Question[] {
  return questionnaire.plan.pages.filter(
    (page) => !page.regimes || regimes.length === 0 || page.regimes.some((regime) => regimes.includes(regime)),
  );
}

/** The next question on the way that is asked after this one, or undefined after the last. */
export function nextQuestion(walk: Walk, after: string): Question | undefined {
  let passed = false;
  for (const question of walk.questionnaire.questions.values()) {
    if (passed && !question.aside && isPage(walk, question)) return question;
    if (question.id === after) passed = true;
  }
  return undefined;
}

/** How far each section is. A section with nothing but optional questions is not completed before one is answered. */
export function sectionStates(walk: Walk): readonly SectionState[] {
  return walk.questionnaire.sections.map((section) => {
    const questions = section.questions.filter((question) => isPage(walk, question));
    const states = questions.map(({ id }) => walk.stateOf(id));
    const answered = states.filter((state) => state === "answered").length;
    const open = questions.some(({ optional }, at) => !optional && states[at] !== "answered");
    const touched = states.some((state) => state !== "blank");
    const state = open ? (touched ? "in-progress" : "not-started") : touched ? "completed" : "not-started";
    return {
      section,
      state: questions.length === 0 ? "nothing-to-ask" : state,
      answered,
      asked: questions.length,
      questions,
    };
  });
}

/** Asked, and on a page of its own. */
function isPage(walk: Walk, { id, signing }: Question): boolean {
  return !signing && walk.asked.has(id);
}
