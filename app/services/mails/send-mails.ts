import * as z from "zod";
import type { Mailer } from "#app/mail/message";
import type { SystemContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { recordId } from "#app/services/context/inputs";
import { systemUseCase } from "#app/services/context/use-case";
import { jobLease, stopSignal } from "#app/services/jobs/job-input";
import type { JobLease, Mail } from "#db/records";
import { writeMail } from "./write-mail";

/** Mails of one job that are on their way at the same time. */
const atOnce = 5;
/** Minutes before each further try; after the last the mail is given up. */
const waits = [1, 5, 30, 120, 720] as const;

/**
 * Sends those of the mails that wait for their try after `attempts` others. What came of each is kept by itself, the last
 * with the end of the job; one that failed for now has another job later. A crash between sending and keeping leaves the mail
 * to whoever takes the job up: it may then go out twice, with one Message-ID, and is never lost.
 * @returns whether the end of the job is kept
 */
export const sendMails = systemUseCase({
  permission: "system.work",
  input: z.object({
    org: recordId,
    mails: z.array(recordId).readonly(),
    attempts: z.int().min(0),
    lease: jobLease,
    signal: stopSignal,
  }),
  events: ["mail.sent", "mail.failed"],
  async run(ctx, { org, mails: ids, attempts, lease, signal }, event) {
    const { mailer } = ctx;
    if (!mailer) throw new Error("no mail can be sent without a mail server");
    const mails = await ctx.store.mails.waiting(org, { ids, attempts });
    const delivery = new Delivery(ctx, mailer, event, lease, mails.length);
    const left = mails[Symbol.iterator]();
    const sendOneAfterAnother = async () => {
      for (const mail of left) {
        signal.throwIfAborted();
        await delivery.send(mail);
      }
    };
    // All come to an end before the job does, so that what one of them has sent is kept whatever befalls another.
    const ends = await Promise.allSettled(Array.from({ length: atOnce }, sendOneAfterAnother));
    for (const end of ends) if (end.status === "rejected") throw end.reason;
    return mails.length > 0;
  },
});

/** Why a mail was not taken. */
type Failure = { readonly error: unknown };

/** The mails of one job on their way. */
class Delivery {
  readonly #kept: Promise<void>[] = [];

  constructor(
    private readonly ctx: SystemContext,
    private readonly mailer: Mailer,
    private readonly event: EventMaker<"mail.sent" | "mail.failed">,
    private readonly lease: JobLease,
    private readonly all: number,
  ) {}

  async send(mail: Mail): Promise<void> {
    const failure = await this.#handOver(mail);
    const kept = this.#keepAfter([...this.#kept], mail, failure);
    this.#kept.push(kept);
    await kept;
  }

  /** The job ends with the last one, after which none of the others could be kept, nor tried again. */
  async #keepAfter(before: readonly Promise<void>[], mail: Mail, failure?: Failure): Promise<void> {
    const isLast = before.length === this.all - 1;
    const isOver = isLast && (await Promise.allSettled(before)).every(({ status }) => status === "fulfilled");
    await this.#keep(mail, isOver, failure);
  }

  /** Gives a mail to the mail server; returns what went wrong. */
  async #handOver(mail: Mail): Promise<Failure | undefined> {
    try {
      const recipient = await this.ctx.store.invitations.get(mail.org, mail.invitation);
      if (mail.kind !== "receipt" && recipient?.invitation.unsubscribedAt) {
        throw Object.assign(new Error("the contact asked for no more mail"), { responseCode: 550 });
      }
      await this.mailer.send(await writeMail(this.ctx, mail));
      return undefined;
    } catch (error) {
      this.ctx.log.warn({ err: error, mail: mail.id, attempts: mail.attempts + 1 }, "mail not delivered");
      return { error };
    }
  }

  async #keep({ org, id, attempts, messageId }: Mail, isOver: boolean, failure?: Failure): Promise<void> {
    const at = this.ctx.clock.now();
    const tried = { org, id, attempts, at, job: { lease: this.lease, isOver } };
    if (failure === undefined) {
      return this.ctx.store.mails.sent({ ...tried, audit: this.event("mail.sent", id, { messageId }, { at }) });
    }
    const wait = isFinal(failure.error) ? undefined : waits[attempts];
    const retryAt = wait === undefined ? undefined : new Date(at.getTime() + wait * 60_000);
    const reason = failure.error instanceof Error ? failure.error.message : String(failure.error);
    const error = reason.slice(0, 300);
    const audit = this.event("mail.failed", id, { error, attempts: attempts + 1 }, { at });
    return this.ctx.store.mails.failed({ ...tried, error, retryAt, audit });
  }
}

/** 5xx replies are final (RFC 5321, section 4.2.1): trying again would only annoy. */
function isFinal(error: unknown): boolean {
  const code = typeof error === "object" && error !== null && "responseCode" in error ? error.responseCode : undefined;
  return typeof code === "number" && code >= 500;
}
