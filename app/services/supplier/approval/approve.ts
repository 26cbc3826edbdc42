import * as z from "zod";
import { signedConfirmation } from "#app/services/answers/confirmation";
import { supplierUseCase } from "#app/services/context/use-case";
import { pageTexts } from "#app/services/supplier/page/page-texts";
import { pageFields } from "#app/services/supplier/session/page-input";
import { confirmSignature } from "#app/services/supplier/signing/code/confirm-signature";
import { statementOf } from "#app/services/supplier/signing/declaration";
import { findInSession } from "#app/services/supplier/signing/findings/found";
import { type SendOutcome, sendDeclaration } from "#app/services/supplier/signing/send-declaration";
import { signingBlockers } from "#app/services/supplier/signing/signing-blockers";
import { findApproval } from "./approval-state";

/**
 * Approves a signature that waits, and sends the answers with both names: all or nothing, after a code that goes to whoever
 * approves, where mails leave. `over`: it waits for them no more, because an answer changed, or it was returned or taken back.
 * Doing it again gives the declaration back and changes nothing. `fields`: those of the page.
 * @throws Problem for ended links
 */
export const approveSignature = supplierUseCase({
  permission: "attestations.approve",
  input: z.object({ fields: pageFields }),
  events: [
    "attestation.code-asked",
    "attestation.code-wrong",
    "attestation.code-confirmed",
    "approval.given",
    "attestation.submitted",
    "attestation.rated",
    "decision.carried",
    "mail.queued",
  ],
  async run(ctx, { fields }, event): Promise<SendOutcome | { readonly kind: "over" }> {
    const { session } = ctx;
    const { file } = session;
    if (file.declaration) return { kind: "submitted", declaration: file.declaration };
    const found = await findApproval(ctx, session);
    if (found?.state !== "waiting" || signingBlockers(session, await findInSession(ctx, session)).length > 0)
      return { kind: "over" };
    const { approval, approver } = found;
    const signed = pageTexts(ctx, session, approval.language);
    // Published texts do not change; words of ours round them may, with a newer program.
    if (statementOf(ctx, session, signed).hash !== approval.statementHash) return { kind: "over" };
    const read = pageTexts(ctx, session, ctx.language);
    const { hash } = statementOf(ctx, session, read);
    const confirmed = await confirmSignature(ctx, event, { fields, statementHash: hash });
    if (confirmed.kind !== "confirmed") return confirmed;
    const sent = await sendDeclaration(ctx, event, {
      signer: approval.signer,
      words: signed,
      confirmation: approval.confirmation,
      code: confirmed.code,
      approved: {
        colleague: approver.id,
        audit: event("approval.given", file.attestation.id, { colleague: approver.id }),
        approval: {
          name: approver.name,
          statement: { language: read.language, hash },
          askedAt: approval.askedAt.toISOString(),
          approvedAt: ctx.clock.now().toISOString(),
          confirmation: signedConfirmation(confirmed.confirmation),
        },
      },
    });
    return sent.kind === "conflict" ? { kind: "over" } : sent;
  },
});
