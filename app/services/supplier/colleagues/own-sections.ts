import { Problem } from "#app/domain/problem";
import { isReopened } from "#app/services/supplier/again/reopened";
import { offerParam } from "#app/services/supplier/page/problem-offer";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";

type Asked = Pick<SupplierSession, "colleague" | "questionnaire">;
type Open = Asked & Pick<SupplierSession, "file" | "walk">;

/** Whether a question is one of this session's: a colleague has those of the sections they were asked about. */
function isOwn({ colleague, questionnaire }: Asked, question: string): boolean {
  return colleague === undefined || colleague.sections.includes(questionnaire.sectionOf(question).id);
}

/** Whether a question may be answered in this session: one of its own that does not stay as it was signed. */
export function mayAnswer(session: Open, question: string): boolean {
  return isOwn(session, question) && isReopened(session, question);
}

/** Whether its answer may be read here: whoever may sign or approve reads everything that they answer for. */
export function mayRead(session: Asked, question: string): boolean {
  const { maySign, approves } = session.colleague ?? {};
  return maySign === true || approves === true || isOwn(session, question);
}

/** @throws Problem "with-others" for a question that somebody else answers, "stays-as-signed" for one that is not asked again */
export function requireOwn(session: Open, question: string): void {
  if (!isOwn(session, question)) throw othersProblem(session);
  if (!isReopened(session, question)) throw staysProblem(session);
}

/** @throws Problem "with-others" for a question whose answer is not read here */
export function requireReadable(session: Asked & Pick<SupplierSession, "file">, question: string): void {
  if (!mayRead(session, question)) throw othersProblem(session);
}

function staysProblem({ colleague, file }: Pick<SupplierSession, "colleague" | "file">): Problem {
  return new Problem("stays-as-signed", {
    buyer: file.organisation.name,
    reference: file.attestation.reference,
    language: colleague?.language ?? file.contact.language,
    ...offerParam(file.campaign),
  });
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
