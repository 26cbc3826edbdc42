import * as z from "zod";
import { recordId } from "#app/services/context/inputs";
import { systemUseCase } from "#app/services/context/use-case";
import { jobLease, stopSignal } from "#app/services/jobs/job-input";
import type { Mail, MailHold } from "#db/records";
import { Delivery } from "./delivery";
import { troubleSeen, waitsUntil } from "./hold";

/** Mails of one job that are on their way at the same time. */
const atOnce = 5;

/**
 * Sends those of the mails that wait for their try after `attempts` others. What came of each is kept by itself, the last
 * with the end of the job; one that failed for now has another job later. A crash between sending and keeping leaves the mail
 * to whoever takes the job up: it may then go out twice, with one Message-ID, and is never lost.
 *
 * What the mail server refuses for all of them is no try of any: the mails stay as they are, the job is given back, and from
 * then on one mail at a time is tried, after growing waits, until one is taken.
 * @returns whether the end of the job is kept, or that it goes on later
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
    if (mails.length === 0) return false;
    const hold = await ctx.store.mailHolds.get();
    const later = await waitsUntil(ctx, lease, hold);
    if (later) {
      await ctx.store.jobs.giveBack(lease, later);
      return true;
    }
    const delivery = new Delivery(ctx, { mailer, event, lease, all: mails.length, hold });
    const left = refusedLast(mails, hold)[Symbol.iterator]();
    // One alone until the server has answered for one: while nothing leaves, nobody is asked five times at once.
    for (const mail of left) {
      signal.throwIfAborted();
      await delivery.send(mail);
      if (delivery.isProven || delivery.isStopped) break;
    }
    const sendOneAfterAnother = async () => {
      for (const mail of left) {
        signal.throwIfAborted();
        if (delivery.isStopped) return;
        await delivery.send(mail);
      }
    };
    // All come to an end before the job does, so that what one of them has sent is kept whatever befalls another.
    const ends = await Promise.allSettled(Array.from({ length: atOnce }, sendOneAfterAnother));
    for (const end of ends) if (end.status === "rejected") throw end.reason;
    const { trouble } = delivery;
    if (trouble) await troubleSeen(ctx, { before: hold, lease, trouble });
    // None of them came as far as the mail server, so it is for another job to try.
    else if (!delivery.isProven) await ctx.store.mailHolds.tryAt(ctx.clock.now());
    return true;
  },
});

/** While no mail leaves, another one is tried each time: what was said of all may have been about the one before. */
function refusedLast(mails: readonly Mail[], hold: MailHold | undefined): readonly Mail[] {
  const wasRefused = ({ id }: Mail) => Number(hold?.refused.includes(id) ?? false);
  return [...mails].sort((one, other) => wasRefused(one) - wasRefused(other));
}
