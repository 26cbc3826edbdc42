import type { Questionnaire } from "#questionnaires/definition";
import { circles } from "./order";

/** Everything that a schema cannot see. */
export function checkMeaning(definition: Questionnaire): readonly string[] {
  return circles(definition).map((path) => `conditions: circle ${path}`);
}
