import { and, asc, eq, gt, isNull, lte } from "drizzle-orm";
import { valueFor } from "#db/database/transaction";
import { MissingError } from "#db/errors";
import type { Store } from "#db/store";
import { columnsOf } from "./columns";
import type { QueryContext } from "./query-context";
import { withoutNulls } from "./without-nulls";

export function userQueries({ tables: t, read, write, writeUnaudited }: QueryContext): Store["users"] {
  const columns = columnsOf(t);
  const session = read
    .select({ user: columns.user, organisation: columns.organisation, expiresAt: t.teamSessions.expiresAt })
    .from(t.teamSessions)
    .innerJoin(t.users, and(eq(t.users.org, t.teamSessions.org), eq(t.users.id, t.teamSessions.user)))
    .innerJoin(t.organisations, eq(t.organisations.id, t.teamSessions.org))
    .where(
      and(
        eq(t.teamSessions.sessionHash, valueFor(t.teamSessions.sessionHash, "hash")),
        gt(t.teamSessions.expiresAt, valueFor(t.teamSessions.expiresAt, "now")),
        isNull(t.users.disabledAt),
      ),
    )
    .prepare();

  return {
    async byEmail(email) {
      const [row] = await read
        .select({ user: columns.user, passwordHash: t.users.passwordHash })
        .from(t.users)
        .where(eq(t.users.email, email.toLowerCase()));
      return row && { user: withoutNulls(row.user), passwordHash: row.passwordHash };
    },
    async list(org) {
      const rows = await read
        .select(columns.user)
        .from(t.users)
        .where(eq(t.users.org, org))
        .orderBy(asc(t.users.name), asc(t.users.id));
      return rows.map((row) => withoutNulls(row));
    },
    add: ({ user, passwordHash, audit }) =>
      write(user.org, audit, async (tx) => {
        await tx.insert(t.users).values({ ...user, email: user.email.toLowerCase(), passwordHash });
      }),
    changeRole: ({ org, id, role, audit }) =>
      write(org, audit, async (tx) => {
        const [changed] = await tx
          .update(t.users)
          .set({ role })
          .where(and(eq(t.users.org, org), eq(t.users.id, id)))
          .returning({ id: t.users.id });
        if (changed === undefined) throw new MissingError("user", id);
      }),
    signIn: ({ org, user, sessionHash, createdAt, expiresAt, audit }) =>
      write(org, audit, async (tx) => {
        await tx.insert(t.teamSessions).values({ org, user, sessionHash, createdAt, expiresAt });
      }),
    async bySession(hash, now) {
      const [row] = await session.execute({ hash, now });
      return row && { ...row, user: withoutNulls(row.user) };
    },
    signOut: ({ org, sessionHash, audit }) =>
      write(org, audit, async (tx) => {
        const [ended] = await tx
          .delete(t.teamSessions)
          .where(and(eq(t.teamSessions.org, org), eq(t.teamSessions.sessionHash, sessionHash)))
          .returning({ user: t.teamSessions.user });
        if (ended === undefined) throw new MissingError("session", "");
      }),
    forgetSessions: (endedBy) =>
      writeUnaudited(async (tx) => {
        const gone = await tx
          .delete(t.teamSessions)
          .where(lte(t.teamSessions.expiresAt, endedBy))
          .returning({ user: t.teamSessions.user });
        return gone.length;
      }),
  };
}
