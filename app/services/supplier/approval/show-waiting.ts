import * as z from "zod";
import { supplierUseCase } from "#app/services/context/use-case";
import { mailsLeave } from "#app/services/mails/mail-status";
import { colleagueLink, proofOf } from "#app/services/supplier/colleagues/colleague-link";
import { isEnded } from "#app/services/supplier/colleagues/open-colleague-link";
import { frameOf, momentWords } from "#app/services/supplier/page/frame";
import { type PageTexts, pageTexts } from "#app/services/supplier/page/page-texts";
import { addressOf, type SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { ApprovalNote, WaitingView } from "#app/views/supplier/signing/approval";
import { type ApprovalState, findApproval } from "./approval-state";

/** The names and days that sentences about an approval take. */
export function approvalWords({ file }: SupplierSession, { approval, approver }: ApprovalState, words: PageTexts) {
  return {
    name: approver.name,
    signer: approval.signer.name,
    asker: approval.signer.name,
    job: approval.signer.job,
    buyer: file.organisation.name,
    day: momentWords(approval.askedAt, file.campaign, words).day,
  };
}

/** The page of a signature that waits for a second person, for whoever may sign; undefined while none waits. */
export const showWaiting = supplierUseCase({
  permission: "attestations.sign",
  input: z.object({ notSaved: z.boolean().default(false) }),
  events: [],
  async run(ctx, { notSaved }): Promise<WaitingView | undefined> {
    const { session } = ctx;
    const found = await findApproval(ctx, session);
    if (found?.state !== "waiting") return undefined;
    const { approver } = found;
    const words = pageTexts(ctx, session, ctx.language);
    const names = approvalWords(session, found, words);
    const title = words.t("supplier:approval.waiting", names);
    const isMailed = await mailsLeave(ctx);
    const isOver = isEnded(approver, session.file);
    return {
      kind: "waiting",
      frame: frameOf(ctx, session, words, {
        title,
        back: { href: `${addressOf(session)}/check`, label: words.t("supplier:check.title") },
        from: "sign",
      }),
      title,
      text: words.t("supplier:approval.waitingText", names),
      email: approver.email,
      proof: proofOf(ctx, approver),
      ...{ notSaved, isMailed, generation: approver.generation },
      ...(isOver ? { over: words.t("supplier:approval.over", names) } : {}),
      // Where no mail leaves, whoever signed hands the link over.
      ...(isMailed || isOver ? {} : { link: colleagueLink(ctx, approver) }),
    };
  },
});

/** What the page of the statement says of an approval that came to nothing. */
export function approvalNote(
  session: SupplierSession,
  found: ApprovalState,
  words: PageTexts,
): ApprovalNote | undefined {
  const { approval, state } = found;
  const names = approvalWords(session, found, words);
  if (state === "changed") return { text: words.t("supplier:approval.changed", names) };
  if (state !== "returned") return undefined;
  const { day } = momentWords(approval.endedAt ?? approval.askedAt, session.file.campaign, words);
  return { text: words.t("supplier:approval.returned", { ...names, day }), reason: approval.reason };
}
