import { isoDay } from "#app/i18n/dates/days";
import { withEvidence } from "#app/services/answers/evidence-answers";
import type { SignedApproval } from "#app/services/answers/signed/signed-approval";
import { correctedBy } from "#app/services/answers/signed/signed-corrects";
import type { ServiceContext, SupplierContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { newMail } from "#app/services/mails/new-mail";
import { givenNow, keptGiven } from "#app/services/ratings/given";
import { ratingRecord } from "#app/services/ratings/rating-record";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import { writeIfOpen } from "#app/services/supplier/session/write-if-open";
import type { AuditEvent } from "#db/audit";
import { ConflictError, MissingError } from "#db/errors";
import type { Declaration, SignedConfirmation } from "#db/records";
import type { NewMail, NewRating } from "#db/store";
import { longTexts } from "#questionnaires/walk";
import { rate } from "#scoring/rate";
import { sectorOf } from "#scoring/sector";
import type { CodeNeeded, Confirmed } from "./code/confirm-signature";
import { declarationOf, type Signer } from "./declaration";
import { findInSession } from "./findings/found";
import { askedAndCarried, askedAndGiven } from "./given-by";

export type SendOutcome =
  | { readonly kind: "submitted"; readonly declaration: Declaration }
  /** An answer changed since the page was opened: the person has not seen what they would sign. */
  | { readonly kind: "conflict" }
  | CodeNeeded
  | { readonly kind: "not-saved" };

type Events = "attestation.code-confirmed" | "attestation.submitted" | "attestation.rated" | "mail.queued";

type Sent = {
  readonly signer: Signer;
  /** Those in which the signer read the statement. */
  readonly words: PageTexts;
  readonly confirmation: SignedConfirmation;
  /** The code that is spent with it. */
  readonly code: Confirmed["code"];
  /** Who approved it, where somebody had to: as it is signed, the id of that colleague, and that they did. */
  readonly approved?: { readonly approval: SignedApproval; readonly colleague: string; readonly audit: AuditEvent };
};

/** Declaration, rating, receipt mail and events: all or nothing. */
export async function sendDeclaration(
  ctx: SupplierContext,
  event: EventMaker<Events>,
  { signer, words, confirmation, code, approved }: Sent,
): Promise<SendOutcome> {
  const { session } = ctx;
  const { file } = session;
  const { org, id: attestation, revision } = file.attestation;
  const given = await askedAndGiven(ctx, session);
  const declaration = declarationOf(ctx, session, signer, words, {
    ...{ given, confirmation },
    carried: await askedAndCarried(ctx, session),
    found: await findInSession(ctx, session),
    corrects: await correctedBy(ctx, file),
    ...(approved ? { approval: approved.approval } : {}),
  });
  const rating = await ratingOf(ctx, session, declaration.signedAt);
  const mail = receiptMail(ctx, session, declaration.language);
  const { band, score } = rating.rating;
  try {
    const sent = await writeIfOpen(file, () =>
      ctx.store.attestations.submit({
        ...{ org, attestation, revision, declaration, rating, mail, code },
        marks: marksOf(ctx, session),
        ...(approved ? { approval: approved.colleague } : {}),
        audit: [
          ...(code ? [event("attestation.code-confirmed", attestation, { mail: code.mail })] : []),
          ...(approved ? [approved.audit] : []),
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
}

/** Its longer texts as hashes, so that the same one of another supplier is found. */
function marksOf({ sha256 }: Pick<ServiceContext, "sha256">, { walk }: SupplierSession) {
  return longTexts(walk).map(({ question, text }) => ({ question, mark: sha256(text) }));
}

/** The first official rating of what was signed. */
async function ratingOf(
  ctx: ServiceContext,
  { file, questionnaire, ruleSet, edition }: SupplierSession,
  signedAt: Date,
): Promise<NewRating> {
  const { campaign, attestation, supplier } = file;
  // A plan that was accepted after an earlier signature still counts where its gap is still there.
  const of = { org: attestation.org, supplier: supplier.id, attestation: attestation.id };
  const given = await givenNow(ctx, of);
  const { evidence, ...judged } = given;
  const answers = withEvidence(file, signedAt, evidence);
  const rating = rate({
    questionnaire,
    answers,
    ...judged,
    regimes: campaign.regimes,
    modules: campaign.modules,
    ruleSet,
    edition,
    asOf: isoDay(signedAt),
    signed: true,
  });
  const kept = { id: ctx.ids.next(), attestation: attestation.id, supplier: supplier.id, createdAt: signedAt };
  return { ...ratingRecord(rating, { ...kept, sector: sectorOf(answers) }), ...keptGiven(given) };
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
