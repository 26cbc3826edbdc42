import { MailError, type MailReason } from "#app/domain/mail-error";
import type { SystemContext } from "#app/services/context/contexts";
import type { Mail } from "#db/records";
import type { RecipientRow } from "#db/store";
import { mayLeaveAt } from "./reminder-times";

/** A reminder that may not leave yet. */
export class TooEarlyError extends Error {
  constructor(readonly until: Date) {
    const reason: MailReason = "outside-hours";
    super(reason);
  }
}

/**
 * Asks once more what was asked when a reminder joined the outbox, where it may have waited for hours.
 * @throws MailError where nobody waits for an answer any more, TooEarlyError outside the hours of its supplier
 */
export async function requireTimely(ctx: SystemContext, mail: Mail, recipient: RecipientRow): Promise<void> {
  const now = ctx.clock.now();
  const { invitation, attestation, supplier } = recipient;
  const campaign = await ctx.store.campaigns.get(mail.org, invitation.campaign);
  const isWaitedFor =
    campaign?.state === "live" &&
    campaign.schedule !== undefined &&
    campaign.dueAt > now &&
    invitation.state === "invited" &&
    invitation.expiresAt > now &&
    attestation.submittedAt === undefined &&
    attestation.state === "open" &&
    supplier.archivedAt === undefined;
  if (!campaign || !isWaitedFor) throw new MailError({ step: "not-offered", said: notAsked });
  const until = mayLeaveAt(campaign, supplier.country, now);
  if (until > now) throw new TooEarlyError(until);
}

const notAsked: MailReason = "not-asked";

/** Whether a mail was not sent because nobody waits for an answer any more: nothing is wrong with its recipient. */
export function isNotAsked(error: unknown): boolean {
  return error instanceof MailError && error.refusal.step === "not-offered" && error.refusal.said === notAsked;
}
