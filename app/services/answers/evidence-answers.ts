import type { AttestationDetails } from "#db/records";
import type { Answers } from "#questionnaires/answers";

/** The answers with the documents attached to them, as conditions and ratings read them. A document alone is no answer. */
export function withEvidence({ answers, evidence }: Pick<AttestationDetails, "answers" | "evidence">): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([question, { evidence: _older, ...answer }]) => {
      const documents = Object.hasOwn(evidence, question) ? (evidence[question] ?? []) : [];
      const proof = documents.map(({ id, status }) => ({ id, status }));
      return [question, proof.length === 0 ? answer : { ...answer, evidence: proof }];
    }),
  );
}

/** What the signed document says of each file of a question that was asked: whoever holds the file can check that it is the one. */
export function evidenceListing({ evidence }: Pick<AttestationDetails, "evidence">, asked: ReadonlySet<string>) {
  return Object.values(evidence)
    .flat()
    .filter(({ question }) => asked.has(question))
    .map(({ id, question, name, type, bytes, sha256 }) => ({ id, question, name, type, bytes, sha256 }));
}
