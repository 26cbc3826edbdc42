import * as z from "zod";
import { isoDay } from "#app/i18n/dates/days";
import { withEvidence } from "#app/services/answers/evidence-answers";
import type { ServiceContext } from "#app/services/context/contexts";
import { supplierUseCase } from "#app/services/context/use-case";
import { newMail } from "#app/services/mails/new-mail";
import { ratingRecord } from "#app/services/ratings/rating-record";
import { listsFor } from "#app/services/supplier/fields/lists";
import { pageTexts } from "#app/services/supplier/page/page-texts";
import { pageFields, revisionNumber } from "#app/services/supplier/session/page-input";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import { writeIfOpen } from "#app/services/supplier/session/write-if-open";
import { ConflictError, MissingError } from "#db/errors";
import type { Declaration } from "#db/records";
import type { NewMail, NewRating } from "#db/store";
import { type FieldError, readQuestion } from "#questionnaires/reading";
import { longTexts } from "#questionnaires/walk";
import { rate } from "#scoring/rate";
import { type CodeNeeded, confirmSignature } from "./code/confirm-signature";
import { declarationOf, type Signer, signingQuestion, statementOf } from "./declaration";
import { findInSession } from "./findings/found";
import { askedAndCarried, askedAndGiven } from "./given-by";
import { type SigningBlocker, signingBlockers } from "./signing-blockers";

export type SubmitOutcome =
  | { readonly kind: "submitted"; readonly declaration: Declaration }
  | { readonly kind: "errors"; readonly errors: readonly FieldError[] }
  | { readonly kind: "blocked"; readonly by: readonly SigningBlocker[] }
  /** An answer changed since the page was opened: the person has not seen what they would sign. */
  | { readonly kind: "conflict" }
  /** A code is on its way, or has to be typed again. */
  | CodeNeeded
  | { readonly kind: "not-saved" };

/**
 * Signs and sends the answers: declaration, rating, receipt mail and events, all or nothing; before that it asks for a code,
 * which goes to the contact by mail where mails leave. Doing it again gives the first declaration back and changes nothing. `fields`: those of the signing page; `revision`: of the attestation that it showed.
 * @throws Problem for ended links
 */
export const submitAttestation = supplierUseCase({
  permission: "attestations.sign",
  input: z.object({ fields: pageFields, revision: revisionNumber }),
  events: [
    "attestation.code-asked",
    "attestation.code-wrong",
    "attestation.code-confirmed",
    "attestation.submitted",
    "attestation.rated",
    "mail.queued",
  ],
  async run(ctx, { fields, revision }, event): Promise<SubmitOutcome> {
    const { session } = ctx;
    const { file } = session;
    if (file.declaration) return { kind: "submitted", declaration: file.declaration };
    const question = signingQuestion(session);
    const read = readQuestion(question, fields, { lists: listsFor(session), walk: session.walk });
    if (read.errors !== undefined) return { kind: "errors", errors: read.errors };
    const found = await findInSession(ctx, session);
    const by = signingBlockers(session, found);
    if (by.length > 0) return { kind: "blocked", by };
    if (revision !== file.attestation.revision) return { kind: "conflict" };
    const { name, job, sharing } = read.answer.value ?? {};
    const signer: Signer = { name: String(name), job: String(job), sharing: String(sharing) };
    const words = pageTexts(ctx, session, ctx.language);
    const statementHash = statementOf(ctx, session, words).hash;
    const confirmed = await confirmSignature(ctx, event, { fields, statementHash });
    if (confirmed.kind !== "confirmed") return confirmed;
    const { confirmation, code } = confirmed;
    const given = await askedAndGiven(ctx, session);
    const carried = await askedAndCarried(ctx, session);
    const declaration = declarationOf(ctx, session, signer, words, { given, carried, found, confirmation });
    const rating = ratingOf(ctx, session, declaration.signedAt);
    const mail = receiptMail(ctx, session, declaration.language);
    const { org, id: attestation } = file.attestation;
    const { band, score } = rating.rating;
    try {
      const sent = await writeIfOpen(file, () =>
        ctx.store.attestations.submit({
          org,
          attestation,
          revision,
          declaration,
          rating,
          marks: marksOf(ctx, session),
          mail,
          code,
          audit: [
            ...(code ? [event("attestation.code-confirmed", attestation, { mail: code.mail })] : []),
            event("attestation.submitted", attestation, { hash: declaration.hash, revision }),
            event("attestation.rated", attestation, { rating: rating.id, band, score }),
            // Filed under what was signed, where people look for it.
            event("mail.queued", attestation, { kind: mail.kind }, { about: "attestation" }),
          ],
        }),
      );
      ctx.jobs.wake();
      return sent === "not-saved" ? { kind: "not-saved" } : { kind: "submitted", declaration: sent.declaration };
    } catch (error) {
      if (error instanceof ConflictError) return { kind: "conflict" };
      // Wrong codes used up its tries while this right one was on its way.
      if (code && error instanceof MissingError) return { kind: "code", problem: { kind: "spent" } };
      throw error;
    }
  },
});

/** Its longer texts as hashes, so that the same one of another supplier is found. */
function marksOf({ sha256 }: Pick<ServiceContext, "sha256">, { walk }: SupplierSession) {
  return longTexts(walk).map(({ question, text }) => ({ question, mark: sha256(text) }));
}

/** The first official rating of what was signed. */
function ratingOf(
  ctx: ServiceContext,
  { file, questionnaire, ruleSet, edition }: SupplierSession,
  signedAt: Date,
): NewRating {
  const { campaign, attestation, supplier } = file;
  const rating = rate({
    questionnaire,
    answers: withEvidence(file, signedAt),
    regimes: campaign.regimes,
    modules: campaign.modules,
    ruleSet,
    edition,
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
