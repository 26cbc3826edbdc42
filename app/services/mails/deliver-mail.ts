import * as z from "zod";
import type { Mailer } from "#app/mail/message";
import type { OperatorContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { operatorUseCase } from "#app/services/context/use-case";
import type { Mail } from "#db/records";
import { writeMail } from "./write-mail";

/** How long a mail is ours after we took it; then another worker may take it, with the same Message-ID. */
const leaseMs = 5 * 60_000;
/** Minutes before each further try; after the last the mail is given up. */
const waits = [1, 5, 30, 120, 720] as const;

/**
 * Sends what is due, at most `most` mails; none where no mail server is set. A crash between sending and marking leaves the
 * mail to the next round after the lease: it may then go out twice, with one Message-ID, and is never lost.
 * @returns how many were taken, and how many of them the mail server accepted
 */
export const deliverMail = operatorUseCase({
  permission: "program.work",
  input: z.object({ most: z.int().min(1).default(20) }),
  events: ["mail.sent", "mail.failed"],
  async run(ctx, { most }, event) {
    const { mailer } = ctx;
    if (!mailer) return { taken: 0, sent: 0 };
    const now = ctx.clock.now();
    const mails = await ctx.store.mails.claim({ now, leaseUntil: new Date(now.getTime() + leaseMs), most });
    const results = await Promise.all(mails.map((mail) => deliverOne({ ctx, mailer, event }, mail)));
    return { taken: mails.length, sent: results.filter(Boolean).length };
  },
});

type Delivery = {
  readonly ctx: OperatorContext;
  readonly mailer: Mailer;
  readonly event: EventMaker<"mail.sent" | "mail.failed">;
};

/** 5xx replies are final (RFC 5321, section 4.2.1): trying again would only annoy. */
function isFinal(error: unknown): boolean {
  const code = typeof error === "object" && error !== null && "responseCode" in error ? error.responseCode : undefined;
  return typeof code === "number" && code >= 500;
}

async function giveBack({ ctx, event }: Delivery, mail: Mail, error: unknown): Promise<void> {
  const now = ctx.clock.now();
  const wait = isFinal(error) ? undefined : waits[mail.attempts - 1];
  const retryAt = wait === undefined ? undefined : new Date(now.getTime() + wait * 60_000);
  const reason = error instanceof Error ? error.message : String(error);
  const audit = event("mail.failed", mail.id, { error: reason.slice(0, 300), attempts: mail.attempts }, { at: now });
  await ctx.store.mails.failed({ org: mail.org, id: mail.id, error: reason.slice(0, 300), retryAt, audit });
}

async function deliverOne(delivery: Delivery, mail: Mail): Promise<boolean> {
  const { ctx, mailer, event } = delivery;
  try {
    const recipient = await ctx.store.invitations.get(mail.org, mail.invitation);
    if (mail.kind !== "receipt" && recipient?.invitation.unsubscribedAt) {
      throw Object.assign(new Error("the contact asked for no more mail"), { responseCode: 550 });
    }
    await mailer.send(await writeMail(ctx, mail));
  } catch (error) {
    ctx.log.warn({ err: error, mail: mail.id, attempts: mail.attempts }, "mail not delivered");
    await giveBack(delivery, mail, error);
    return false;
  }
  const at = ctx.clock.now();
  const audit = event("mail.sent", mail.id, { messageId: mail.messageId }, { at });
  await ctx.store.mails.sent({ org: mail.org, id: mail.id, at, audit });
  return true;
}
