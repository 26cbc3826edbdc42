import { isoDay } from "#app/i18n/dates/days";
import { withEvidence } from "#app/services/answers/evidence-answers";
import type { ServiceContext, SupplierContext } from "#app/services/context/contexts";
import { newMail } from "#app/services/mails/new-mail";
import { ratingRecord } from "#app/services/ratings/rating-record";
import { listsFor } from "#app/services/supplier/fields/lists";
import { pageWords } from "#app/services/supplier/page/page-words";
import { type SupplierSession, supplierEvent } from "#app/services/supplier/session/supplier-session";
import { whileOpen } from "#app/services/supplier/session/while-open";
import { ConflictError } from "#db/errors";
import type { Declaration } from "#db/records";
import type { NewMail, NewRating } from "#db/store";
import { type FieldError, type Fields, readQuestion } from "#questionnaires/reading";
import { rate } from "#scoring/rate";
import { declarationOf, type Signer, type SigningBlocker, signingBlockers, signingQuestion } from "./sign";

export type SubmitOutcome =
  | { readonly kind: "submitted"; readonly declaration: Declaration }
  | { readonly kind: "errors"; readonly errors: readonly FieldError[] }
  | { readonly kind: "blocked"; readonly by: readonly SigningBlocker[] }
  /** An answer changed since the page was opened: the person has not seen what they would sign. */
  | { readonly kind: "conflict" }
  | { readonly kind: "not-saved" };

/**
 * Signs and sends the answers: declaration, rating, receipt mail and events, all or nothing. Doing it again gives the first
 * declaration back and changes nothing.
 * @param revision of the attestation that the signing page showed
 */
export async function submitAttestation(
  ctx: SupplierContext,
  session: SupplierSession,
  { fields, revision }: { fields: Fields; revision: number },
): Promise<SubmitOutcome> {
  const { file } = session;
  if (file.declaration) return { kind: "submitted", declaration: file.declaration };
  const question = signingQuestion(session);
  const read = readQuestion(question, fields, { lists: listsFor(session), walk: session.walk });
  if (read.errors !== undefined) return { kind: "errors", errors: read.errors };
  const by = signingBlockers(session);
  if (by.length > 0) return { kind: "blocked", by };
  if (revision !== file.attestation.revision) return { kind: "conflict" };
  const { name, job, sharing } = read.answer.value ?? {};
  const signer: Signer = { name: String(name), job: String(job), sharing: String(sharing) };
  const declaration = declarationOf(ctx, session, signer, pageWords(ctx, session.questionnaire, ctx.language));
  const rating = ratingOf(ctx, session, declaration.signedAt);
  const mail = receiptMail(ctx, session, declaration.language);
  try {
    const sent = await whileOpen(file, () =>
      ctx.store.attestations.submit({
        org: file.attestation.org,
        attestation: file.attestation.id,
        revision,
        declaration,
        rating,
        mail,
        audit: [
          supplierEvent(ctx, file, {
            action: "attestation.submitted",
            details: { hash: declaration.hash, revision },
          }),
          supplierEvent(ctx, file, {
            action: "attestation.rated",
            details: { rating: rating.id, band: rating.rating.band, score: rating.rating.score },
          }),
          supplierEvent(ctx, file, { action: "mail.queued", details: { kind: mail.kind } }),
        ],
      }),
    );
    return sent === "not-saved" ? { kind: "not-saved" } : { kind: "submitted", declaration: sent.declaration };
  } catch (error) {
    if (error instanceof ConflictError) return { kind: "conflict" };
    throw error;
  }
}

/** The first official rating of what was signed. */
function ratingOf(ctx: ServiceContext, { file, questionnaire, rules }: SupplierSession, signedAt: Date): NewRating {
  const { campaign, attestation, supplier } = file;
  const rating = rate({
    questionnaire,
    answers: withEvidence(file),
    regimes: campaign.regimes,
    modules: campaign.modules,
    ...rules,
    asOf: isoDay(signedAt),
    signed: true,
  });
  const kept = { id: ctx.ids.next(), attestation: attestation.id, supplier: supplier.id, createdAt: signedAt };
  return ratingRecord(rating, kept);
}

function receiptMail(ctx: ServiceContext, { file }: SupplierSession, language: string): NewMail {
  return newMail(ctx, {
    org: file.attestation.org,
    id: ctx.ids.next(),
    kind: "receipt",
    invitation: file.invitation.id,
    contact: { email: file.contact.email, language },
    at: ctx.clock.now(),
  });
}
