import { isoDay } from "#app/i18n/dates/days";
import { withEvidence } from "#app/services/answers/evidence-answers";
import type { SignedApproval } from "#app/services/answers/signed/signed-approval";
import { correctedBy } from "#app/services/answers/signed/signed-corrects";
import type { ServiceContext, SupplierContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { newMail } from "#app/services/mails/new-mail";
import { givenNow, keptGiven } from "#app/services/ratings/given";
import { ratingRecord } from "#app/services/ratings/rating-record";
import { type Before, carriedDecisions, decidedBefore } from "#app/services/reviews/carried/carry-decisions";
import { leftOf } from "#app/services/reviews/left";
import { reviewerOf } from "#app/services/reviews/reviewer";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import { writeIfOpen } from "#app/services/supplier/session/write-if-open";
import type { AuditEvent } from "#db/audit";
import { ConflictError, MissingError } from "#db/errors";
import type { Decision, Declaration, RatingGiven, SignedConfirmation } from "#db/records";
import type { NewDecision, NewMail, NewRating } from "#db/store";
import { longTexts } from "#questionnaires/walk";
import { type RateInput, rate } from "#scoring/rate";
import { sectorOf } from "#scoring/sector";
import type { CodeNeeded, Confirmed } from "./code/confirm-signature";
import { declarationOf, type Signer } from "./declaration";
import { type FoundInSession, findInSession } from "./findings/found";
import { askedAndCarried, askedAndGiven } from "./given-by";

export type SendOutcome =
  | { readonly kind: "submitted"; readonly declaration: Declaration }
  /** An answer changed since the page was opened: the person has not seen what they would sign. */
  | { readonly kind: "conflict" }
  | CodeNeeded
  | { readonly kind: "not-saved" };

type Events =
  | "attestation.code-confirmed"
  | "attestation.submitted"
  | "attestation.rated"
  | "decision.carried"
  | "mail.queued";

/** How often a correction is signed anew where somebody decided about what it corrects meanwhile. */
const mostTries = 3;

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
  sent: Sent,
): Promise<SendOutcome> {
  const { file } = ctx.session;
  for (let tries = 1; ; tries += 1) {
    const before = await decidedBefore(ctx, file);
    const outcome = await sendWith(ctx, event, sent, before);
    if (outcome.kind !== "conflict" || !before || tries === mostTries) return outcome;
    if ((await decidedBefore(ctx, file))?.basedOn === before.basedOn) return outcome;
  }
}

async function sendWith(
  ctx: SupplierContext,
  event: EventMaker<Events>,
  { signer, words, confirmation, code, approved }: Sent,
  before: Before | undefined,
): Promise<SendOutcome> {
  const { session } = ctx;
  const { file } = session;
  const { org, id: attestation, revision } = file.attestation;
  const given = await askedAndGiven(ctx, session);
  const found = await findInSession(ctx, session);
  const declaration = declarationOf(ctx, session, signer, words, {
    ...{ given, confirmation },
    carried: await askedAndCarried(ctx, session),
    found,
    corrects: await correctedBy(ctx, file),
    ...(approved ? { approval: approved.approval } : {}),
  });
  const carried = before && carriedOver(ctx, session, { before, found, at: declaration.signedAt });
  const rating = await ratingOf(ctx, session, declaration.signedAt, carried);
  const taken = before && { from: before.file.attestation.id, basedOn: before.basedOn };
  const reviewer = await reviewerOf(ctx, file);
  const mail = receiptMail(ctx, session, declaration.language);
  const { band, score } = rating.rating;
  try {
    const sent = await writeIfOpen(file, () =>
      ctx.store.attestations.submit({
        ...{ org, attestation, revision, declaration, rating, mail, code },
        marks: marksOf(ctx, session),
        reviewer,
        ...(taken &&
          carried && {
            carried: {
              ...taken,
              decisions: carried,
              left: leftOf(placed(carried), rating.rating, { ...file, declaration }),
            },
          }),
        ...(approved ? { approval: approved.colleague } : {}),
        audit: [
          ...(code ? [event("attestation.code-confirmed", attestation, { mail: code.mail })] : []),
          ...(approved ? [approved.audit] : []),
          event("attestation.submitted", attestation, { hash: declaration.hash, revision }),
          event("attestation.rated", attestation, { rating: rating.id, band, score }),
          ...(taken && carried && carried.length > 0
            ? [event("decision.carried", attestation, { decisions: carried.length, from: taken.from })]
            : []),
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

/** Decisions about what a correction corrects that it takes over. */
function carriedOver(
  ctx: ServiceContext,
  session: SupplierSession,
  { before, found, at }: { readonly before: Before; readonly found: FoundInSession; readonly at: Date },
): readonly NewDecision[] {
  const { file, walk, ruleSet } = session;
  const { floor } = rate(ratedInSession(session, at, {}));
  const { findings } = found;
  // Answers that do not apply any more are none.
  const counting = { ...file, answers: walk.answers };
  const floors = floor?.reasons ?? [];
  return carriedDecisions(ctx, before, { file: counting, asked: walk.asked, ruleSet, floors, findings, at });
}

/** As they stand once they are kept. */
function placed(decisions: readonly NewDecision[]): readonly Decision[] {
  return decisions.map((decision, at) => ({ ...decision, position: at + 1 }));
}

function ratedInSession(
  { file, questionnaire, ruleSet, edition }: SupplierSession,
  signedAt: Date,
  { evidence, ...judged }: RatingGiven,
): RateInput {
  const { regimes, modules } = file.campaign;
  const answers = withEvidence(file, signedAt, evidence);
  const by = { questionnaire, answers, regimes, modules, ruleSet, edition };
  return { ...by, ...judged, asOf: isoDay(signedAt), signed: true };
}

/** The first official rating of what was signed. */
async function ratingOf(
  ctx: ServiceContext,
  session: SupplierSession,
  signedAt: Date,
  carried: readonly NewDecision[] = [],
): Promise<NewRating> {
  const { attestation, supplier } = session.file;
  // A plan that was accepted after an earlier signature still counts where its gap is still there.
  const of = { org: attestation.org, supplier: supplier.id, attestation: attestation.id };
  const given = await givenNow(ctx, { ...of, decisions: placed(carried) });
  const input = ratedInSession(session, signedAt, given);
  const kept = { id: ctx.ids.next(), attestation: attestation.id, supplier: supplier.id, createdAt: signedAt };
  return { ...ratingRecord(rate(input), { ...kept, sector: sectorOf(input.answers) }), ...keptGiven(given) };
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
