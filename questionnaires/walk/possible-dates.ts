import type { Answer, Answers } from "#questionnaires/answers";
import { impossibleDates } from "#questionnaires/reading/relations";
import type { Walk } from "./walk";

/**
 * The walk with answers as rules may read them: an end that is before its begin is no end. What was written stays as it is
 * wherever it is shown or signed, and its question stays open.
 */
export function withoutImpossibleDates(walk: Walk): Walk {
  const changed: Record<string, Answer> = {};
  for (const { id, question } of walk.questionnaire.plan.related) {
    const answer = walk.answers[id];
    if (answer?.value === undefined) continue;
    const wrong = impossibleDates(question.parts, answer.value);
    if (wrong.length === 0) continue;
    const value = Object.fromEntries(Object.entries(answer.value).filter(([part]) => !wrong.includes(part)));
    changed[id] = { ...answer, value };
  }
  return Object.keys(changed).length === 0 ? walk : { ...walk, answers: inOrder(walk.answers, changed) };
}

/** The same answers in the same order, but for those that changed. */
function inOrder(answers: Answers, changed: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, changed[id] ?? answer]));
}
