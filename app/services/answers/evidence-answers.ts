import type { AttestationDetails, StoredEvidence } from "#db/records";
import type { Answer, Answers, EvidenceStatus } from "#questionnaires/answers";

/** Whether a document is kept apart: nobody opens it as others, and it proves nothing. `at`: as it was then; now where absent. */
export function isKeptApart(
  { heldFor, releasedAt }: Pick<StoredEvidence, "heldFor" | "releasedAt">,
  at?: Date,
): boolean {
  if (heldFor === undefined) return false;
  return releasedAt === undefined || (at !== undefined && releasedAt > at);
}

/**
 * The answers with the documents attached to them, as conditions and ratings read them. A document alone is no answer, and one
 * that is kept apart is no proof. One file at several questions goes by one id. `at`: when a rating was made, so that what was released later does not change it. `reviewed`:
 * how far documents were reviewed then, by their ids; as they are now where absent.
 */
export function withEvidence(
  { answers, evidence }: Pick<AttestationDetails, "answers" | "evidence">,
  at?: Date,
  reviewed: Readonly<Record<string, EvidenceStatus>> = {},
): Answers {
  // Most answers have no documents, and a trial reads those of 100,000 suppliers: what stays the same is not copied.
  let all: Record<string, Answer> | undefined;
  for (const question in answers) {
    const answer = answers[question];
    if (answer === undefined) continue;
    const documents = Object.hasOwn(evidence, question) ? (evidence[question] ?? []) : [];
    if (documents.length === 0 && answer.evidence === undefined) continue;
    const { evidence: _older, ...bare } = answer;
    const proof = documents
      .filter((one) => !isKeptApart(one, at))
      .map(({ id, file, status }) => ({ id: file ?? id, status: reviewed[id] ?? status }));
    all ??= { ...answers };
    all[question] = proof.length === 0 ? bare : { ...bare, evidence: proof };
  }
  return all ?? answers;
}

/** What the signed document says of each file of a question that was asked: whoever holds the file can check that it is the one. */
export function evidenceListing({ evidence }: Pick<AttestationDetails, "evidence">, asked: ReadonlySet<string>) {
  return Object.values(evidence)
    .flat()
    .filter(({ question }) => asked.has(question))
    .map(({ id, question, name, type, bytes, sha256, file, about, firstReceivedAt }) => ({
      ...{ id, question, name, type, bytes, sha256 },
      // Only where there is any: what is sent without it says no more than before.
      ...(file && { file }),
      ...(firstReceivedAt && { firstReceivedAt: firstReceivedAt.toISOString() }),
      ...(about && Object.keys(about).length > 0 && { about }),
    }));
}
