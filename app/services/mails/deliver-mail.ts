import type { Mailer } from "#app/mail/message";
import { writeMail } from "#app/mail/write-mail";
import type { ServiceContext } from "#app/services/context/contexts";
import type { Actor, AuditEvent } from "#db/audit";
import type { Mail } from "#db/records";

const worker: Actor = { kind: "system", name: "mail" };
/** How long a mail is ours after we took it; then another worker may take it, with the same Message-ID. */
const leaseMs = 5 * 60_000;
/** Minutes before each further try; after the last the mail is given up. */
const waits = [1, 5, 30, 120, 720] as const;

/** 5xx replies are final (RFC 5321, section 4.2.1): trying again would only annoy. */
function isFinal(error: unknown): boolean {
  const code = typeof error === "object" && error !== null && "responseCode" in error ? error.responseCode : undefined;
  return typeof code === "number" && code >= 500;
}

function about(mail: Mail, at: Date): Pick<AuditEvent<"mail.sent" | "mail.failed">, "at" | "actor" | "subject"> {
  return { at, actor: worker, subject: { type: "mail", id: mail.id } };
}

async function giveBack(ctx: ServiceContext, mail: Mail, error: unknown): Promise<void> {
  const now = ctx.clock.now();
  const wait = isFinal(error) ? undefined : waits[mail.attempts - 1];
  const retryAt = wait === undefined ? undefined : new Date(now.getTime() + wait * 60_000);
  const reason = error instanceof Error ? error.message : String(error);
  const audit: AuditEvent = {
    ...about(mail, now),
    action: "mail.failed",
    details: { error: reason.slice(0, 300), attempts: mail.attempts },
  };
  await ctx.store.mails.failed({ org: mail.org, id: mail.id, error: reason.slice(0, 300), retryAt, audit });
}

async function deliverOne(ctx: ServiceContext, mailer: Mailer, mail: Mail): Promise<boolean> {
  try {
    const recipient = await ctx.store.invitations.get(mail.org, mail.invitation);
    if (mail.kind !== "receipt" && recipient?.invitation.unsubscribedAt) {
      throw Object.assign(new Error("the contact asked for no more mail"), { responseCode: 550 });
    }
    await mailer.send(await writeMail(ctx, mail));
  } catch (error) {
    ctx.log.warn({ err: error, mail: mail.id, attempts: mail.attempts }, "mail not delivered");
    await giveBack(ctx, mail, error);
    return false;
  }
  const at = ctx.clock.now();
  const audit: AuditEvent = { ...about(mail, at), action: "mail.sent", details: { messageId: mail.messageId } };
  await ctx.store.mails.sent({ org: mail.org, id: mail.id, at, audit });
  return true;
}

/**
 * Sends what is due, at most `most` mails. A crash between sending and marking leaves the mail to the next round after the
 * lease: it may then go out twice, with one Message-ID, and is never lost.
 * @returns how many were taken, and how many of them the mail server accepted.
 */
export async function deliverMail(
  ctx: ServiceContext,
  mailer: Mailer,
  most = 20,
): Promise<{ taken: number; sent: number }> {
  const now = ctx.clock.now();
  const mails = await ctx.store.mails.claim({ now, leaseUntil: new Date(now.getTime() + leaseMs), most });
  const results = await Promise.all(mails.map((mail) => deliverOne(ctx, mailer, mail)));
  return { taken: mails.length, sent: results.filter(Boolean).length };
}
