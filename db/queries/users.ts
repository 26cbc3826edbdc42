import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import { MissingError } from "#db/errors";
import type { Store } from "#db/store";
import { columnsOf } from "./columns";
import type { Ground } from "./ground";
import { present } from "./present";

export function userQueries({ tables: t, read, writer, write }: Ground): Store["users"] {
  const columns = columnsOf(t);
  const session = read
    .select({ user: columns.user, organisation: columns.organisation, expiresAt: t.teamSessions.expiresAt })
    .from(t.teamSessions)
    .innerJoin(t.users, and(eq(t.users.org, t.teamSessions.org), eq(t.users.id, t.teamSessions.user)))
    .innerJoin(t.organisations, eq(t.organisations.id, t.teamSessions.org))
    .where(
      and(
        eq(t.teamSessions.sessionHash, sql.placeholder("hash")),
        gt(t.teamSessions.expiresAt, sql.placeholder("now")),
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
      return row && { user: present(row.user), passwordHash: row.passwordHash };
    },
    async list(org) {
      const rows = await read
        .select(columns.user)
        .from(t.users)
        .where(eq(t.users.org, org))
        .orderBy(asc(t.users.name), asc(t.users.id));
      return rows.map(present);
    },
    add: ({ user, passwordHash, audit }) =>
      write(user.org, audit, () => {
        writer
          .insert(t.users)
          .values({ ...user, email: user.email.toLowerCase(), passwordHash })
          .run();
      }),
    changeRole: ({ org, id, role, audit }) =>
      write(org, audit, () => {
        const { changes } = writer
          .update(t.users)
          .set({ role })
          .where(and(eq(t.users.org, org), eq(t.users.id, id)))
          .run();
        if (changes === 0) throw new MissingError("user", id);
      }),
    signIn: ({ org, user, sessionHash, createdAt, expiresAt, audit }) =>
      write(org, audit, () => {
        writer.insert(t.teamSessions).values({ org, user, sessionHash, createdAt, expiresAt }).run();
      }),
    async bySession(hash, now) {
      const [row] = await session.execute({ hash, now: now.getTime() });
      return row && { ...row, user: present(row.user) };
    },
    signOut: ({ org, sessionHash, audit }) =>
      write(org, audit, () => {
        const { changes } = writer
          .delete(t.teamSessions)
          .where(and(eq(t.teamSessions.org, org), eq(t.teamSessions.sessionHash, sessionHash)))
          .run();
        if (changes === 0) throw new MissingError("session", "");
      }),
  };
}
