import { and, asc, count, desc, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import { MissingError } from "#db/errors";
import { jobWrites } from "#db/queries/jobs/job-writes";
import type { QueryContext } from "#db/queries/query-context";
import { withoutNulls } from "#db/queries/without-nulls";
import type { MailTry, Store } from "#db/store";
import { mailJobs } from "./queue-mails";

export function mailQueries(context: QueryContext): Store["mails"] {
  const { tables: t, read, write } = context;
  const { requireLease, finishJob } = jobWrites(context);
  const { sendLater } = mailJobs(context);

  type Changes = Partial<typeof t.mails.$inferInsert>;
  /** Keeps what came of a try; returns the invitation that it is about. */
  async function endTry(tx: Transaction, { org, id, attempts, job, at }: MailTry, changes: Changes) {
    await requireLease(tx, job.lease);
    const [mail] = await tx
      .update(t.mails)
      .set({ ...changes, attempts: attempts + 1 })
      .where(and(eq(t.mails.org, org), eq(t.mails.id, id), eq(t.mails.state, "queued"), eq(t.mails.attempts, attempts)))
      .returning({ invitation: t.mails.invitation, kind: t.mails.kind });
    if (mail === undefined) throw new MissingError("mail that waits for this try", id);
    if (job.isOver) await finishJob(tx, job.lease, { at });
    return mail;
  }

  /** Inside a write: has the mail that left before this one be the newest of its invitation again, where this one is. */
  async function takeBack(tx: Transaction, org: string, invitation: string, id: string): Promise<void> {
    const asking = inArray(t.mails.kind, ["invitation", "reminder"]);
    const [before] = await tx
      .select({ id: t.mails.id })
      .from(t.mails)
      .where(and(eq(t.mails.org, org), eq(t.mails.invitation, invitation), eq(t.mails.state, "sent"), asking))
      .orderBy(desc(t.mails.queuedAt), desc(t.mails.id))
      .limit(1);
    if (before === undefined) return;
    await tx
      .update(t.invitations)
      .set({ lastMail: before.id })
      .where(and(eq(t.invitations.org, org), eq(t.invitations.id, invitation), eq(t.invitations.lastMail, id)));
  }

  return {
    async list(org, { page, pageSize }) {
      const mine = eq(t.mails.org, org);
      const rows = await read
        .select()
        .from(t.mails)
        .where(mine)
        .orderBy(desc(t.mails.queuedAt), desc(t.mails.id))
        .limit(pageSize)
        .offset((page - 1) * pageSize);
      const [counted] = await read.select({ total: count() }).from(t.mails).where(mine);
      return { rows: rows.map((row) => withoutNulls(row)), total: counted?.total ?? 0 };
    },

    async get(org, id) {
      const [row] = await read
        .select()
        .from(t.mails)
        .where(and(eq(t.mails.org, org), eq(t.mails.id, id)));
      return row && withoutNulls(row);
    },

    async waiting(org, { ids, attempts }) {
      const rows = await read
        .select()
        .from(t.mails)
        .where(
          and(
            eq(t.mails.org, org),
            inArray(t.mails.id, [...ids]),
            eq(t.mails.state, "queued"),
            eq(t.mails.attempts, attempts),
          ),
        );
      return rows.map((row) => withoutNulls(row));
    },

    async about(org, { invitations, most }) {
      if (invitations.length === 0) return [];
      const rows = await read
        .select()
        .from(t.mails)
        .where(and(eq(t.mails.org, org), inArray(t.mails.invitation, [...invitations])))
        .orderBy(asc(t.mails.queuedAt), asc(t.mails.id))
        .limit(most);
      return rows.map((row) => withoutNulls(row));
    },

    async countWaiting(org) {
      const [counted] = await read
        .select({ total: count() })
        .from(t.mails)
        .where(and(eq(t.mails.org, org), eq(t.mails.state, "queued")));
      return counted?.total ?? 0;
    },

    tested: ({ org, audit }) => write(org, audit, async () => {}),

    sent: ({ audit, ...tried }) =>
      write(tried.org, audit, async (tx) => {
        const { org, at } = tried;
        const { invitation, kind } = await endTry(tx, tried, { state: "sent", sentAt: at, lastError: null });
        // All others go to, or come from, who had the link already, whichever way it came, or to the buyer.
        if (kind !== "invitation" && kind !== "reminder") return;
        const { deliveredAt } = t.invitations;
        await tx
          .update(t.invitations)
          .set({ deliveredAt: sql`coalesce(${deliveredAt}, ${sql.param(at, deliveredAt)})` })
          .where(and(eq(t.invitations.org, org), eq(t.invitations.id, invitation)));
      }),

    failed: ({ error, retryAt, isMoot, audit, ...tried }) =>
      write(tried.org, audit, async (tx) => {
        const { org, id, attempts, at } = tried;
        const state = retryAt === undefined ? "failed" : "queued";
        const { invitation } = await endTry(tx, tried, { state, lastError: error });
        if (isMoot) await takeBack(tx, org, invitation, id);
        if (retryAt) await sendLater(tx, { org, mails: [id], attempts: attempts + 1, dueAt: retryAt, at });
      }),
  };
}
