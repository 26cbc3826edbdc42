import { and, asc, count, desc, eq, inArray, lte, sql } from "drizzle-orm";
import { MissingError } from "#db/errors";
import type { NewMail, Store } from "#db/store";
import type { Ground } from "./ground";
import { present } from "./present";

/** Inside a write: queues a mail and makes it the newest of its invitation. */
export function queueMail({ tables: t, writer }: Ground, mail: NewMail): void {
  writer
    .insert(t.mails)
    .values({ ...mail, state: "queued", attempts: 0 })
    .run();
  writer
    .update(t.invitations)
    .set({ lastMail: mail.id })
    .where(and(eq(t.invitations.org, mail.org), eq(t.invitations.id, mail.invitation)))
    .run();
}

export function mailQueries({ tables: t, read, writer, write, housekeep }: Ground): Store["mails"] {
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
      return { rows: rows.map(present), total: counted?.total ?? 0 };
    },

    async get(org, id) {
      const [row] = await read
        .select()
        .from(t.mails)
        .where(and(eq(t.mails.org, org), eq(t.mails.id, id)));
      return row && present(row);
    },

    claim: ({ now, leaseUntil, most }) =>
      housekeep(() => {
        const due = writer
          .select({ org: t.mails.org, id: t.mails.id })
          .from(t.mails)
          .where(and(unfinished, lte(t.mails.dueAt, now)))
          .orderBy(asc(t.mails.dueAt), asc(t.mails.id))
          .limit(most)
          .all();
        return due.flatMap(({ org, id }) =>
          writer
            .update(t.mails)
            .set({ state: "sending", dueAt: leaseUntil, attempts: sql`${t.mails.attempts} + 1` })
            .where(and(eq(t.mails.org, org), eq(t.mails.id, id)))
            .returning()
            .all()
            .map(present),
        );
      }),

    sent: ({ org, id, at, audit }) =>
      write(org, audit, () => {
        const [mail] = writer
          .update(t.mails)
          .set({ state: "sent", sentAt: at, lastError: null })
          .where(and(eq(t.mails.org, org), eq(t.mails.id, id), unfinished))
          .returning({ invitation: t.mails.invitation })
          .all();
        if (mail === undefined) throw new MissingError("unfinished mail", id);
        writer
          .update(t.invitations)
          .set({ deliveredAt: sql`coalesce(${t.invitations.deliveredAt}, ${at.getTime()})` })
          .where(and(eq(t.invitations.org, org), eq(t.invitations.id, mail.invitation)))
          .run();
      }),

    failed: ({ org, id, error, retryAt, audit }) =>
      write(org, audit, () => {
        const { changes } = writer
          .update(t.mails)
          .set(
            retryAt === undefined
              ? { state: "failed", lastError: error }
              : { state: "queued", dueAt: retryAt, lastError: error },
          )
          .where(and(eq(t.mails.org, org), eq(t.mails.id, id), unfinished))
          .run();
        if (changes === 0) throw new MissingError("unfinished mail", id);
      }),
  };
}
