import type { ServiceContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { type SupplierSession, withAnswer } from "#app/services/supplier/session/supplier-session";
import { writeIfOpen } from "#app/services/supplier/session/write-if-open";
import { ConflictError } from "#db/errors";
import type { Answer } from "#questionnaires/answers";
import { canonicalJson } from "#questionnaires/fingerprints/canonical-json";

export type SavedAnswer =
  | { readonly kind: "saved"; readonly session: SupplierSession }
  /** Somebody saved the same question meanwhile; nothing was written. */
  | { readonly kind: "conflict" }
  | { readonly kind: "not-saved" };

/**
 * Writes one answer with its event. An answer that says what is kept already makes no new revision.
 * @param basedOn revision of the answer that the person saw; 0 where there was none
 */
export async function saveAnswer(
  ctx: ServiceContext,
  session: SupplierSession,
  event: EventMaker<"answer.saved">,
  { question, answer, basedOn }: { question: string; answer: Answer; basedOn: number },
): Promise<SavedAnswer> {
  const { file } = session;
  if (isKept(session, question, answer, basedOn)) return { kind: "saved", session };
  try {
    const saved = await writeIfOpen(file, () =>
      ctx.store.attestations.saveAnswer({
        org: file.attestation.org,
        attestation: file.attestation.id,
        question,
        basedOn,
        answer,
        at: ctx.clock.now(),
        audit: event("answer.saved", file.attestation.id, { question, revision: basedOn + 1 }),
      }),
    );
    if (saved === "not-saved") return { kind: "not-saved" };
    return { kind: "saved", session: withAnswer(session, question, answer, saved.revision) };
  } catch (error) {
    if (error instanceof ConflictError) return { kind: "conflict" };
    throw error;
  }
}

function isKept({ file }: SupplierSession, question: string, answer: Answer, basedOn: number): boolean {
  const kept = file.answers[question];
  // The write also removes the draft, so it is needed while there is one.
  if (kept === undefined || file.drafts[question] || (file.revisions[question] ?? 0) !== basedOn) return false;
  return canonicalJson(kept) === canonicalJson(answer);
}
