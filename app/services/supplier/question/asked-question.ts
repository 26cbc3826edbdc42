import { Problem } from "#app/domain/problem";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { Question } from "#questionnaires/definition";

/** A question that has a page and is asked now. @throws Problem "not-found" */
export function askedQuestion({ questionnaire, walk }: SupplierSession, code: string): Question {
  const question = questionnaire.questions.get(code);
  if (!question || question.signing || !walk.asked.has(code)) throw new Problem("not-found");
  return question;
}
