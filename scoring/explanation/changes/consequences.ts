import { type Condition, conditionQuestions } from "#questionnaires/conditions/condition-schema";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { inherentQuestions } from "#scoring/inherent/inherent-questions";
import type { RateInput } from "#scoring/rate";

/** Whether another answer to a question could settle a knock-out: it is its own, one it is asked by, or one its rule reads. */
export function couldChange(
  { question, rule: id }: { readonly question: string; readonly rule: string },
  code: string,
  { questionnaire, ruleSet }: Pick<RateInput, "questionnaire" | "ruleSet">,
): boolean {
  const rule = ruleSet.definition.redFlags[question]?.rules.find((one) => one.id === id);
  const read = [question, ...questionsIn(rule?.when)];
  return read.some((one) => reaches(one, code, questionnaire, new Set()));
}

/** The codes that the condition of a rule names, wherever in it. */
function questionsIn(condition: unknown): string[] {
  if (typeof condition !== "object" || condition === null) return [];
  return Object.entries(condition).flatMap(([key, inner]) =>
    key === "question" && typeof inner === "string" ? [inner] : questionsIn(inner),
  );
}

/** Whether a question is asked because of another one, directly or through others. */
function reaches(asked: string, code: string, questionnaire: LoadedQuestionnaire, seen: Set<string>): boolean {
  if (asked === code) return true;
  if (seen.has(asked)) return false;
  seen.add(asked);
  const question = questionnaire.questions.get(asked);
  if (question === undefined) return false;
  const conditions = [question, ...question.parts].flatMap(({ shown }) => (shown === undefined ? [] : [shown]));
  return conditions.some((condition) => reasonsFor(condition).some((one) => reaches(one, code, questionnaire, seen)));
}

function reasonsFor(condition: Condition): readonly string[] {
  const byRisk = JSON.stringify(condition).includes('"fact":"inherent"') ? inherentQuestions : [];
  return [...conditionQuestions(condition), ...byRisk];
}
