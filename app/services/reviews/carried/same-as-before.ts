import { isKeptApart } from "#app/services/answers/evidence-answers";
import type { AttestationDetails, StoredEvidence } from "#db/records";
import { canonicalJson } from "#questionnaires/fingerprints/canonical-json";

type Answered = Pick<AttestationDetails, "answers" | "evidence">;

/** A correction beside what it corrects. */
export type SameAsBefore = {
  /** Whether a question has the answer of before, with what was said about it. */
  isAnswerSame(question: string): boolean;
  /** Whether it has the documents of before, and no others. */
  areDocumentsSame(question: string): boolean;
  /** A document of before as it stands at the same question now; undefined where it does not, or what is said of it changed. */
  documentNow(id: string): StoredEvidence | undefined;
};

export function sameAsBefore(before: Answered, now: Answered): SameAsBefore {
  const documentsBefore = Object.values(before.evidence).flat();
  return {
    isAnswerSame: (question) => said(before, question) === said(now, question),
    areDocumentsSame: (question) => documentsOf(before, question) === documentsOf(now, question),
    documentNow(id) {
      const known = documentsBefore.find((document) => document.id === id);
      return known && (now.evidence[known.question] ?? []).find((one) => !isKeptApart(one) && isSame(one, known));
    },
  };
}

function said({ answers }: Answered, question: string): string {
  const { value, unsure, comment } = answers[question] ?? {};
  return canonicalJson([value ?? {}, unsure ?? "", comment ?? ""]);
}

function documentsOf({ evidence }: Answered, question: string): string {
  return canonicalJson(
    (evidence[question] ?? []).map(({ sha256, about }) => [sha256, about ?? {}].map(canonicalJson).join(" ")).sort(),
  );
}

function isSame(one: StoredEvidence, other: StoredEvidence): boolean {
  return one.sha256 === other.sha256 && canonicalJson(one.about ?? {}) === canonicalJson(other.about ?? {});
}
