import { and, asc, count, desc, eq, inArray, lte, sql } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import { MissingError } from "#db/errors";
import type { Mail } from "#db/records";
import type { NewMail, Store } from "#db/store";
import type { QueryContext } from "./query-context";
import { withoutNulls } from "./without-nulls";

/** Inside a write: queues a mail and makes it the newest of its invitation. */
export async function queueMail({ tables: t }: QueryContext, tx: Transaction, mail: NewMail): Promise<void> {
  await tx.insert(t.mails).values({ ...mail, state: "queued", attempts: 0 });
  await tx
    .update(t.invitations)
    .set({ lastMail: mail.id })
    .where(and(eq(t.invitations.org, mail.org), eq(t.invitations.id, mail.invitation)));
}

export function mailQueries({ tables: t, read, write, housekeep, dialect }: QueryContext): Store["mails"] {
  const unfinished = inArray(t.mails.state, ["queued", "sending"]);

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

    claim: ({ now, leaseUntil, most }) =>
      housekeep(async (tx) => {
        // What another worker is claiming is passed by, so that no mail is sent twice and nobody waits.
        const due = await dialect.locked(
          tx
            .select({ org: t.mails.org, id: t.mails.id })
            .from(t.mails)
            .where(and(unfinished, lte(t.mails.dueAt, now)))
            .orderBy(asc(t.mails.dueAt), asc(t.mails.id))
            .limit(most),
          t.mails,
          { passing: true },
        );
        const claimed: Mail[] = [];
        for (const { org, id } of due) {
          const rows = await tx
            .update(t.mails)
            .set({ state: "sending", dueAt: leaseUntil, attempts: sql`${t.mails.attempts} + 1` })
            .where(and(eq(t.mails.org, org), eq(t.mails.id, id)))
            .returning();
          claimed.push(...rows.map((row) => withoutNulls(row)));
        }
        return claimed;
      }),

    sent: ({ org, id, at, audit }) =>
      write(org, audit, async (tx) => {
        const [mail] = await tx
          .update(t.mails)
          .set({ state: "sent", sentAt: at, lastError: null })
          .where(and(eq(t.mails.org, org), eq(t.mails.id, id), unfinished))
          .returning({ invitation: t.mails.invitation });
        if (mail === undefined) throw new MissingError("unfinished mail", id);
        const { deliveredAt } = t.invitations;
        await tx
          .update(t.invitations)
          .set({ deliveredAt: sql`coalesce(${deliveredAt}, ${sql.param(at, deliveredAt)})` })
          .where(and(eq(t.invitations.org, org), eq(t.invitations.id, mail.invitation)));
      }),

    failed: ({ org, id, error, retryAt, audit }) =>
      write(org, audit, async (tx) => {
        const [mail] = await tx
          .update(t.mails)
          .set(
            retryAt === undefined
              ? { state: "failed", lastError: error }
              : { state: "queued", dueAt: retryAt, lastError: error },
          )
          .where(and(eq(t.mails.org, org), eq(t.mails.id, id), unfinished))
          .returning({ id: t.mails.id });
        if (mail === undefined) throw new MissingError("unfinished mail", id);
      }),
  };
}
