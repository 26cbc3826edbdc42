import { Problem } from "#app/domain/problem";
import { offerParam } from "#app/services/supplier/page/problem-offer";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";

type Asked = Pick<SupplierSession, "colleague" | "questionnaire">;

/** Whether a question may be answered in this session: a colleague answers those of the sections they were asked about. */
export function mayAnswer({ colleague, questionnaire }: Asked, question: string): boolean {
  return colleague === undefined || colleague.sections.includes(questionnaire.sectionOf(question).id);
}

/** Whether its answer may be read here: whoever may sign or approve reads everything that they answer for. */
export function mayRead(session: Asked, question: string): boolean {
  const { maySign, approves } = session.colleague ?? {};
  return maySign === true || approves === true || mayAnswer(session, question);
}

/** @throws Problem "with-others" for a question that somebody else answers */
export function requireOwn(session: Asked & Pick<SupplierSession, "file">, question: string): void {
  if (!mayAnswer(session, question)) throw othersProblem(session);
}

/** @throws Problem "with-others" for a question whose answer is not read here */
export function requireReadable(session: Asked & Pick<SupplierSession, "file">, question: string): void {
  if (!mayRead(session, question)) throw othersProblem(session);
}

function othersProblem({ colleague, file }: Pick<SupplierSession, "colleague" | "file">): Problem {
  return new Problem("with-others", {
    name: colleague?.askedBy ?? "",
    buyer: file.organisation.name,
    reference: file.attestation.reference,
    language: colleague?.language ?? file.contact.language,
    ...offerParam(file.campaign),
  });
}
