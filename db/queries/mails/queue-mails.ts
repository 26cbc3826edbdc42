import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import { jobWrites } from "#db/queries/jobs/job-writes";
import type { QueryContext } from "#db/queries/query-context";
import type { NewMail } from "#db/store";

/** Mails that wait for longer than this go before the one that somebody is waiting for. */
const aheadMs = 24 * 3_600_000;

/** Kinds that come after the answers were signed, or on the way to that. */
const apart: readonly NewMail["kind"][] = ["returned", "actions", "actions-due"];

/** The jobs that send mails, for writes that queue them. */
export function mailJobs(context: QueryContext) {
  const { enqueueJob } = jobWrites(context);

  /**
   * Inside a write: has one job send mails of one organisation when `dueAt` has come. `attempts`: how often they were tried
   * before. It is part of the name of the job, because the one that tried last has not ended yet.
   */
  async function sendLater(
    tx: Transaction,
    sending: { org: string; mails: readonly string[]; attempts: number; dueAt: Date; at: Date },
  ): Promise<void> {
    const { org, mails, attempts, dueAt, at } = sending;
    const key = attempts === 0 ? (mails[0] ?? "") : `${mails[0]}/${attempts}`;
    const payload = { mails, attempts };
    const added = await enqueueJob(tx, { org, kind: "mail.send", key, payload, dueAt, createdAt: at });
    if (!added) throw new Error(`there is a job already that sends ${key}`);
  }

  return {
    sendLater,

    /** Inside a write: has a job send one mail before all that wait, as if it had been due for long. */
    async sendFirst(tx: Transaction, { org, id, queuedAt: at }: NewMail): Promise<void> {
      await sendLater(tx, { org, mails: [id], attempts: 0, dueAt: new Date(at.getTime() - aheadMs), at });
    },

    /** Inside a write: has one job send mails that were queued together. */
    async sendAtOnce(tx: Transaction, mails: readonly NewMail[]): Promise<void> {
      const [first] = mails;
      if (first === undefined) return;
      const { org, queuedAt: at } = first;
      await sendLater(tx, { org, mails: mails.map(({ id }) => id), attempts: 0, dueAt: at, at });
    },
  };
}

/** For writes that queue mails: each is the newest of its invitation then, and one job sends them. */
export function mailQueue(context: QueryContext) {
  const { tables: t } = context;
  const { sendAtOnce, sendFirst } = mailJobs(context);

  async function queueMails(tx: Transaction, mails: readonly NewMail[]): Promise<void> {
    for (const mail of mails) {
      const { org, id, invitation, colleague, help } = mail;
      await tx.insert(t.mails).values({ ...mail, state: "queued", attempts: 0 });
      // What a supplier sends to its own people, and what is asked and answered, says nothing of how the buyer's mail fared.
      if (colleague !== undefined || help !== undefined || apart.includes(mail.kind)) continue;
      await tx
        .update(t.invitations)
        .set({ lastMail: id })
        .where(and(eq(t.invitations.org, org), eq(t.invitations.id, invitation)));
    }
    await sendAtOnce(tx, mails);
  }

  return {
    queueMails,

    /**
     * Inside a write: the mail with a code, which somebody is waiting for. It is not the newest of its invitation, of which the
     * buyer is told whether it arrived.
     */
    async queueCodeMail(tx: Transaction, mail: NewMail): Promise<void> {
      await tx.insert(t.mails).values({ ...mail, state: "queued", attempts: 0 });
      await sendFirst(tx, mail);
    },

    queueMail: (tx: Transaction, mail: NewMail) => queueMails(tx, [mail]),
  };
}
