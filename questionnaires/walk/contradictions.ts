import type { Contradiction } from "#questionnaires/definition";
import type { Walk } from "./walk";

/** What does not fit together in the answers that count, in the order of the definition. */
export function contradictions(walk: Walk): readonly Contradiction[] {
  return walk.questionnaire.plan.contradictions
    .filter(({ test }) => test(walk) === "holds")
    .map(({ contradiction }) => contradiction);
}
