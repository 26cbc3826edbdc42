import * as z from "zod";
import { signedConfirmation } from "#app/services/answers/confirmation";
import type { SupplierContext } from "#app/services/context/contexts";
import { supplierUseCase } from "#app/services/context/use-case";
import { findApproval } from "#app/services/supplier/approval/approval-state";
import {
  type Approver,
  askApproval,
  noMoreApprovers,
  readApprover,
} from "#app/services/supplier/approval/ask-approval";
import { listsFor } from "#app/services/supplier/fields/lists";
import { pageTexts } from "#app/services/supplier/page/page-texts";
import { pageFields, revisionNumber } from "#app/services/supplier/session/page-input";
import { ConflictError, MissingError } from "#db/errors";
import { type FieldError, type Fields, readQuestion } from "#questionnaires/reading";
import { confirmSignature } from "./code/confirm-signature";
import { type Signer, signingQuestion, statementOf } from "./declaration";
import { findInSession } from "./findings/found";
import { type SendOutcome, sendDeclaration } from "./send-declaration";
import { type SigningBlocker, signingBlockers } from "./signing-blockers";

export type SubmitOutcome =
  | SendOutcome
  | { readonly kind: "errors"; readonly errors: readonly FieldError[] }
  | { readonly kind: "blocked"; readonly by: readonly SigningBlocker[] }
  /** It is signed, and waits for a second person. */
  | { readonly kind: "waiting" };

/**
 * Signs and sends the answers: declaration, rating, receipt mail and events, all or nothing; before that it asks for a code,
 * which goes to the contact by mail where mails leave. Where the signer names a second person nothing is sent until they approve.
 * Doing it again gives the first declaration back and changes nothing. `fields`: those of the signing page; `revision`: of the attestation that it showed.
 * @throws Problem for ended links
 */
export const submitAttestation = supplierUseCase({
  permission: "attestations.sign",
  input: z.object({ fields: pageFields, revision: revisionNumber }),
  events: [
    "attestation.code-asked",
    "attestation.code-wrong",
    "attestation.code-confirmed",
    "approval.asked",
    "attestation.submitted",
    "attestation.rated",
    "decision.carried",
    "mail.queued",
  ],
  async run(ctx, { fields, revision }, event): Promise<SubmitOutcome> {
    const { session } = ctx;
    const { file } = session;
    if (file.declaration) return { kind: "submitted", declaration: file.declaration };
    if ((await findApproval(ctx, session))?.state === "waiting") return { kind: "waiting" };
    const read = readSigner(ctx, fields);
    if ("errors" in read) return { kind: "errors", errors: read.errors };
    const { signer, approver } = read;
    const by = signingBlockers(session, await findInSession(ctx, session));
    if (by.length > 0) return { kind: "blocked", by };
    if (revision !== file.attestation.revision) return { kind: "conflict" };
    const words = pageTexts(ctx, session, ctx.language);
    const statementHash = statementOf(ctx, session, words).hash;
    const confirmed = await confirmSignature(ctx, event, { fields, statementHash });
    if (confirmed.kind !== "confirmed") return confirmed;
    if (!approver) {
      const confirmation = signedConfirmation(confirmed.confirmation);
      return sendDeclaration(ctx, event, { signer, words, confirmation, code: confirmed.code });
    }
    try {
      const { language } = words;
      const asked = await askApproval(ctx, event, { approver, signer, statementHash, confirmed, language });
      return asked === "full" ? { kind: "errors", errors: [noMoreApprovers] } : { kind: asked };
    } catch (error) {
      if (error instanceof ConflictError) return { kind: "conflict" };
      if (confirmed.code && error instanceof MissingError) return { kind: "code", problem: { kind: "spent" } };
      throw error;
    }
  },
});

/** Who signs, and whom they name as a second person; or what is wrong with either. */
function readSigner(
  ctx: SupplierContext,
  fields: Fields,
): { readonly signer: Signer; readonly approver?: Approver } | { readonly errors: readonly FieldError[] } {
  const { session } = ctx;
  const read = readQuestion(signingQuestion(session), fields, { lists: listsFor(session), walk: session.walk });
  const second = readApprover(ctx, fields);
  const errors = [...(read.errors ?? []), ...("errors" in second ? second.errors : [])];
  if (read.errors !== undefined || "errors" in second) return { errors };
  const { name, job, sharing } = read.answer.value ?? {};
  return { signer: { name: String(name), job: String(job), sharing: String(sharing) }, ...second };
}
