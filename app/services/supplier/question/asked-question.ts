import { Problem } from "#app/domain/problem";
import { requireOwn } from "#app/services/supplier/colleagues/own-sections";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { Question } from "#questionnaires/definition";

/** A question that has a page, is asked now and may be answered in this session. @throws Problem "not-found", "with-others" */
export function askedQuestion(session: SupplierSession, code: string): Question {
  const { questionnaire, walk } = session;
  const question = questionnaire.questions.get(code);
  if (!question || question.signing || !walk.asked.has(code)) throw new Problem("not-found");
  requireOwn(session, code);
  return question;
}
