import { mayAnswer } from "#app/services/supplier/colleagues/own-sections";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { Question } from "#questionnaires/definition";
import { askedInWorkbook } from "#questionnaires/workbook/boxes";

/** Those of some questions that a workbook of this session asks: a colleague's has the sections that they were asked about. */
export function ownInWorkbook(session: SupplierSession, questions: Iterable<Question>): readonly Question[] {
  return askedInWorkbook(questions).filter(({ id }) => mayAnswer(session, id));
}
