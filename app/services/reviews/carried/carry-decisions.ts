import { readAsSigned } from "#app/services/answers/signed/signed-file";
import type { ServiceContext } from "#app/services/context/contexts";
import { inForce, type Standing, standingsOf } from "#app/services/reviews/standings";
import type { AttestationDetails, CarriedDecision, Decision } from "#db/records";
import type { NewDecision } from "#db/store";
import { floorQuestions } from "#scoring/explanation/floor-bands";
import type { LoadedRuleSet } from "#scoring/rules/load-rule-set";
import { type SameAsBefore, sameAsBefore } from "./same-as-before";

/** What was decided about what a correction corrects, as it was read. */
export type Before = {
  readonly file: AttestationDetails;
  readonly rows: readonly Decision[];
  /** The last place of them; 0 where nothing was decided. */
  readonly basedOn: number;
};

/** Nothing for what corrects nothing, or corrects what is void or not as it was signed. */
export async function decidedBefore(
  ctx: ServiceContext,
  { attestation, returned }: Pick<AttestationDetails, "attestation" | "returned">,
): Promise<Before | undefined> {
  const kept = returned && (await ctx.store.attestations.get(attestation.org, returned.attestation));
  const read = kept?.declaration && !kept.voided ? readAsSigned(ctx, kept) : undefined;
  if (!kept || !read || !("file" in read)) return undefined;
  const rows = await ctx.store.reviews.decisions(attestation.org, [kept.attestation.id]);
  return { file: read.file, rows, basedOn: rows.at(-1)?.position ?? 0 };
}

/** A correction as it is about to be signed. */
type Correction = {
  readonly file: AttestationDetails;
  readonly asked: ReadonlySet<string>;
  readonly ruleSet: LoadedRuleSet;
  /** What holds its band before anything is lifted. */
  readonly floors: readonly { readonly question: string; readonly rule: string }[];
  /** What does not fit in it. */
  readonly findings: readonly { readonly id: string; readonly questions: readonly string[] }[];
  readonly at: Date;
};

/**
 * Decisions about what stayed the same, as rows of the correction: an answer with its documents, a document with what is said of it,
 * a floor with all answers that its rules read and the document that showed it, what does not fit with its answers. What was said of
 * a link to a law follows from many answers, so it is decided again.
 */
export function carriedDecisions(
  { ids }: Pick<ServiceContext, "ids">,
  before: Before,
  correction: Correction,
): readonly NewDecision[] {
  const same = sameAsBefore(before.file, correction.file);
  const { id: attestation } = correction.file.attestation;
  return inForce(standingsOf(before.rows)).flatMap((standing): NewDecision[] => {
    const { decision } = standing;
    const about = subjectNow(decision, correction, same);
    if (!about) return [];
    const { kind, verdict, question, reason, user } = decision;
    const carried = decision.carried ?? firstMade(before.file, standing);
    const row = { kind, verdict, question, reason, user, ...about };
    return [{ ...row, id: ids.next(), attestation, step: "made", at: correction.at, carried }];
  });
}

type About = Pick<NewDecision, "subject" | "proof">;

/** What a decision is about in the correction; undefined where that changed. */
function subjectNow(
  { kind, question, subject, proof }: Decision,
  { asked, ruleSet, floors, findings }: Correction,
  same: SameAsBefore,
): About | undefined {
  switch (kind) {
    case "answer":
      return asked.has(question) && same.isAnswerSame(question) && same.areDocumentsSame(question)
        ? { subject }
        : undefined;
    case "evidence": {
      const document = asked.has(question) ? same.documentNow(subject) : undefined;
      return document && { subject: document.id };
    }
    case "floor": {
      const holds = floors.some((one) => one.question === question && one.rule === subject);
      const document = proof === undefined ? undefined : same.documentNow(proof);
      const reads = floorQuestions(ruleSet.definition, question);
      return holds && document && reads.every(same.isAnswerSame) ? { subject, proof: document.id } : undefined;
    }
    case "finding": {
      const found = findings.find(({ id }) => id === subject);
      return found?.questions.every(same.isAnswerSame) ? { subject } : undefined;
    }
    case "link":
      return undefined;
  }
}

function firstMade({ attestation }: AttestationDetails, { decision, agreed }: Standing): CarriedDecision {
  const { id, reference } = attestation;
  return {
    ...{ decision: decision.id, attestation: id, reference, at: decision.at.toISOString() },
    ...(agreed && { second: agreed.user, agreedAt: agreed.at.toISOString() }),
  };
}
