import * as z from "zod";
import { signedConfirmation } from "#app/services/answers/confirmation";
import type { SupplierContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { mailsLeave } from "#app/services/mails/mail-status";
import { newMail } from "#app/services/mails/new-mail";
import { mostColleagues } from "#app/services/supplier/colleagues/ask-colleague";
import { colleagueAddress, colleagueName } from "#app/services/supplier/colleagues/asking/read-ask";
import { colleagueToken } from "#app/services/supplier/colleagues/colleague-link";
import { spendOfLink } from "#app/services/supplier/limits/link-budget";
import { writeIfOpen } from "#app/services/supplier/session/write-if-open";
import type { Confirmed } from "#app/services/supplier/signing/code/confirm-signature";
import { signerOf } from "#app/services/supplier/signing/code/signing-code";
import type { Signer } from "#app/services/supplier/signing/declaration";
import type { NewApproval, NewColleague, NewMail } from "#db/store";
import type { FieldError, Fields } from "#questionnaires/reading";

/** Those who were asked to approve are counted with colleagues, and so many more may be asked. */
const most = mostColleagues + 20;

/** That so many were asked that nobody can be asked any more. */
export const noMoreApprovers: FieldError = { field: "approval.email", code: "too-many-rows", params: { max: most } };

/** The fields of the signing page that name a second person. */
export const approverFields = { name: "approval.name", email: "approval.email" } as const;

export type Approver = { readonly name: string; readonly email: string };
export type ApproverRead = { readonly approver?: Approver } | { readonly errors: readonly FieldError[] };

const named = z.object({ name: colleagueName, email: colleagueAddress });

export function typedApprover(fields: Fields): Approver {
  const last = (field: string) => fields.get(field)?.at(-1) ?? "";
  return { name: last(approverFields.name), email: last(approverFields.email) };
}

/** Reads whom the signer names as a second person, somebody else than themselves; nobody where both fields are empty. */
export function readApprover({ session }: Pick<SupplierContext, "session">, fields: Fields): ApproverRead {
  const typed = typedApprover(fields);
  if (typed.name.trim() === "" && typed.email.trim() === "") return {};
  const read = named.safeParse(typed);
  const isSigner = read.success && read.data.email.toLowerCase() === signerOf(session).email.toLowerCase();
  if (read.success && !isSigner) return { approver: read.data };
  const isName = read.error?.issues.some(({ path }) => path[0] === "name") ?? false;
  return { errors: [{ field: isName ? approverFields.name : approverFields.email, code: "required" }] };
}

type Asked = {
  readonly approver: Approver;
  readonly signer: Signer;
  readonly statementHash: string;
  readonly confirmed: Confirmed;
  readonly language: string;
};

/** Keeps a signature until a second person approves it, who gets a link of their own. */
export async function askApproval(
  ctx: SupplierContext,
  event: EventMaker<"attestation.code-confirmed" | "approval.asked">,
  { approver, signer, statementHash, confirmed: { confirmation, code }, language }: Asked,
): Promise<"waiting" | "full" | "not-saved"> {
  const { file, colleague: signing } = ctx.session;
  const { org, id: attestation, revision } = file.attestation;
  const at = ctx.clock.now();
  const linked = { id: ctx.ids.next(), generation: 1 };
  const colleague: NewColleague = {
    ...{ org, attestation, ...linked, ...approver, language, note: "", sections: [], maySign: false, approves: true },
    ...{ askedBy: signer.name, askedAt: at, linkGeneration: file.invitation.generation },
    tokenHash: ctx.links.hash(colleagueToken(ctx, linked)),
  };
  const approval: NewApproval = {
    ...{ org, attestation, colleague: linked.id, revision, statementHash, language, signer, askedAt: at },
    confirmation: signedConfirmation(confirmation),
    ...(signing ? { signedBy: signing.id } : {}),
  };
  const mail = await approvalMail(ctx, colleague);
  const isMailed = mail !== undefined;
  const outcome = await writeIfOpen(file, () =>
    ctx.store.approvals.ask({
      ...{ approval, colleague, most, mail, code },
      audit: [
        ...(code ? [event("attestation.code-confirmed", attestation, { mail: code.mail })] : []),
        event("approval.asked", attestation, { colleague: linked.id, revision, isMailed }),
      ],
    }),
  );
  if (outcome === "full" || outcome === "not-saved") return outcome;
  ctx.jobs.wake();
  return "waiting";
}

/** The mail with their link, where mails leave; it counts against what one supplier may send in an hour. */
export async function approvalMail(
  ctx: SupplierContext,
  { id, email, language }: Pick<NewColleague, "id" | "email" | "language">,
): Promise<NewMail | undefined> {
  if (!(await mailsLeave(ctx))) return undefined;
  const { invitation, attestation } = ctx.session.file;
  spendOfLink(attestation.id, "mails");
  return newMail(ctx, {
    ...{ org: attestation.org, id: ctx.ids.next(), kind: "approval", invitation: invitation.id, colleague: id },
    contact: { email, language },
    at: ctx.clock.now(),
  });
}
