import type { Unsure } from "#questionnaires/answers";
import type { Question } from "#questionnaires/definition";
import { evaluate } from "./condition";
import type { EvaluationContext } from "./outcome";

/** Whether a question may be left open in a way: it offers that, and the condition of that way holds, where it has one. */
export function isUnsureOffered({ unsure, unsureIf }: Question, kind: Unsure, context: EvaluationContext): boolean {
  const condition = unsureIf?.[kind];
  return unsure.includes(kind) && (condition === undefined || evaluate(condition, context) === "holds");
}
