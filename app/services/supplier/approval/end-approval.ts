import * as z from "zod";
import type { SupplierContext } from "#app/services/context/contexts";
import { noInput } from "#app/services/context/inputs";
import { supplierUseCase } from "#app/services/context/use-case";
import { mailsLeave } from "#app/services/mails/mail-status";
import { newMail } from "#app/services/mails/new-mail";
import { isEnded } from "#app/services/supplier/colleagues/open-colleague-link";
import { spendOfLink } from "#app/services/supplier/limits/link-budget";
import { pageFields } from "#app/services/supplier/session/page-input";
import { writeIfOpen } from "#app/services/supplier/session/write-if-open";
import type { Approval } from "#db/records";
import type { NewMail } from "#db/store";
import { cleanLines } from "#terms/texts/typed-text";
import { findApproval } from "./approval-state";

/** Longest reason for returning answers, in characters. */
export const mostReason = 500;

/**
 * Takes back a signature that waits for a second person: their link ends. Where none waits nothing happens.
 * @throws Problem for ended links
 */
export const withdrawApproval = supplierUseCase({
  permission: "attestations.sign",
  input: noInput,
  events: ["approval.withdrawn"],
  async run(ctx, _, event): Promise<"withdrawn" | "gone" | "not-saved"> {
    const found = await findApproval(ctx, ctx.session);
    if (found?.state !== "waiting") return "gone";
    const { org, id: attestation } = ctx.session.file.attestation;
    const { colleague } = found.approval;
    return writeIfOpen(ctx.session.file, async () => {
      await ctx.store.approvals.end({
        ...{ org, attestation, colleague, outcome: "withdrawn", at: ctx.clock.now() },
        audit: event("approval.withdrawn", attestation, { colleague }),
      });
      return "withdrawn" as const;
    });
  },
});

/**
 * Returns what was signed without approving it, with a line that says why; whoever signed is told by mail where mails leave.
 * `fields`: `reason`. @throws Problem for ended links
 */
export const returnApproval = supplierUseCase({
  permission: "attestations.approve",
  input: z.object({ fields: pageFields }),
  events: ["approval.returned"],
  async run(ctx, { fields }, event): Promise<"returned" | "gone" | "blank" | "too-long" | "not-saved"> {
    const found = await findApproval(ctx, ctx.session);
    if (found?.state !== "waiting") return "gone";
    const reason = cleanLines(fields.get("reason")?.at(-1) ?? "");
    if (reason === "") return "blank";
    if (reason.length > mostReason) return "too-long";
    const { org, id: attestation } = ctx.session.file.attestation;
    const { colleague } = found.approval;
    const mail = await returnedMail(ctx, found.approval);
    const outcome = await writeIfOpen(ctx.session.file, async () => {
      await ctx.store.approvals.end({
        ...{ org, attestation, colleague, outcome: "returned", reason, at: ctx.clock.now(), mail },
        audit: event("approval.returned", attestation, { colleague, isMailed: mail !== undefined }),
      });
      return "returned" as const;
    });
    ctx.jobs.wake();
    return outcome;
  },
});

/** To whoever signed, in the language in which they did. */
async function returnedMail(ctx: SupplierContext, { signedBy, language }: Approval): Promise<NewMail | undefined> {
  if (!(await mailsLeave(ctx))) return undefined;
  const { file } = ctx.session;
  const { org, id: attestation } = file.attestation;
  const signer = signedBy === undefined ? undefined : await ctx.store.colleagues.get(org, signedBy);
  const isGone = signedBy === undefined ? file.contact.erasedAt : signer === undefined || isEnded(signer, file);
  if (isGone) return undefined;
  spendOfLink(attestation, "mails");
  return newMail(ctx, {
    ...{ org, id: ctx.ids.next(), kind: "returned", invitation: file.invitation.id },
    ...(signer ? { colleague: signer.id } : {}),
    contact: { email: (signer ?? file.contact).email, language },
    at: ctx.clock.now(),
  });
}
