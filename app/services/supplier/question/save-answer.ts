import type { ServiceContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { requireOwn } from "#app/services/supplier/colleagues/own-sections";
import { newestSession } from "#app/services/supplier/session/newest-session";
import { type SupplierSession, withAnswer } from "#app/services/supplier/session/supplier-session";
import { writeIfOpen } from "#app/services/supplier/session/write-if-open";
import { ConflictError } from "#db/errors";
import type { Carried } from "#db/records";
import type { Answer } from "#questionnaires/answers";
import { canonicalJson } from "#questionnaires/fingerprints/canonical-json";

export type SavedAnswer =
  | { readonly kind: "saved"; readonly session: SupplierSession }
  /** Another answer to the same question was saved meanwhile; nothing was written. */
  | { readonly kind: "conflict" }
  | { readonly kind: "not-saved" };

/**
 * Writes one answer with its event. An answer that says what is kept already is saved, whatever the page was based on: two
 * clicks, two tabs and a reload send the same form twice. It makes no new revision.
 * @throws Problem "with-others" for a question of a section that somebody else answers
 * @param basedOn revision of the answer that the person saw; 0 where there was none
 * @param carried what was signed before that it is taken from
 */
export async function saveAnswer(
  ctx: ServiceContext,
  session: SupplierSession,
  event: EventMaker<"answer.saved">,
  { question, answer, basedOn, carried }: { question: string; answer: Answer; basedOn: number; carried?: Carried },
): Promise<SavedAnswer> {
  const { file } = session;
  requireOwn(session, question);
  const kept = isKept(session, question, answer);
  // The write also removes the draft, so it is needed while there is one.
  if (kept && !file.drafts[question]) return { kind: "saved", session };
  const base = kept ? (file.revisions[question] ?? 0) : basedOn;
  try {
    const saved = await writeIfOpen(file, () =>
      ctx.store.attestations.saveAnswer({
        org: file.attestation.org,
        attestation: file.attestation.id,
        question,
        basedOn: base,
        answer,
        at: ctx.clock.now(),
        ...(session.standIn ? { standIn: session.standIn } : {}),
        ...(session.colleague ? { colleague: session.colleague.id } : {}),
        ...(carried ? { carried } : {}),
        audit: event("answer.saved", file.attestation.id, {
          ...{ question, revision: base + 1 },
          ...(carried ? { carriedFrom: carried.signedAt } : {}),
        }),
      }),
    );
    if (saved === "not-saved") return { kind: "not-saved" };
    return { kind: "saved", session: withAnswer(session, question, answer, saved.revision) };
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    const newest = await newestSession(ctx, session);
    return isKept(newest, question, answer) ? { kind: "saved", session: newest } : { kind: "conflict" };
  }
}

/** Whether an answer says what is kept. An empty one says no more than none. */
export function isKept({ file }: SupplierSession, question: string, answer: Answer): boolean {
  const kept = Object.hasOwn(file.answers, question) ? file.answers[question] : undefined;
  return canonicalJson(kept ?? {}) === canonicalJson(answer);
}
