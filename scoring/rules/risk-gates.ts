import { type Condition, conditionQuestions } from "#questionnaires/conditions/condition-schema";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { inherentQuestions } from "#scoring/inherent/inherent-questions";

/** The gates of a questionnaire: inherent risks (0 to 100) from which it asks further questions, lowest first. */
export function riskGates({ questions }: LoadedQuestionnaire): readonly number[] {
  const found = new Set<number>();
  for (const { shown, parts } of questions.values()) {
    for (const gate of [shown, ...parts.map((part) => part.shown)].flatMap(gatesIn)) found.add(gate);
  }
  return [...found].sort((a, b) => a - b);
}

function gatesIn(condition: Condition | undefined): number[] {
  if (condition === undefined) return [];
  if ("all" in condition) return condition.all.flatMap(gatesIn);
  if ("any" in condition) return condition.any.flatMap(gatesIn);
  if ("not" in condition) return gatesIn(condition.not);
  if ("mayHold" in condition) return gatesIn(condition.mayHold);
  return "fact" in condition && condition.fact === "inherent" ? [condition.atLeast] : [];
}

/**
 * Refuses a questionnaire that asks any input of the inherent risk by inherent risk, directly or through other questions:
 * such a risk would have no value, or two.
 * @throws Error naming the questions
 */
export function refuseCircularRisk({ questions, key }: LoadedQuestionnaire): void {
  const isGated = (code: string, seen: ReadonlySet<string>): boolean => {
    const question = questions.get(code);
    if (question === undefined || seen.has(code)) return false;
    const conditions = [question, ...question.parts].flatMap(({ shown }) => (shown === undefined ? [] : [shown]));
    if (conditions.some((condition) => gatesIn(condition).length > 0)) return true;
    return conditions.flatMap(conditionQuestions).some((other) => isGated(other, new Set([...seen, code])));
  };
  const gated = inherentQuestions.filter((code) => isGated(code, new Set()));
  if (gated.length > 0) throw new Error(`${key} asks ${gated.join(", ")} by the inherent risk, which is made of them`);
}
