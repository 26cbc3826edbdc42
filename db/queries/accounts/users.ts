import { and, asc, eq, isNotNull, isNull, ne } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import { LastAdministratorError, MissingError } from "#db/errors";
import { columnsOf } from "#db/queries/columns";
import type { QueryContext } from "#db/queries/query-context";
import { withoutNulls } from "#db/queries/without-nulls";
import type { Store } from "#db/store";
import { sessionQueries } from "./sessions";

export function userQueries(context: QueryContext): Store["users"] {
  const { tables: t, read, write, dialect } = context;
  const { user: userColumns } = columnsOf(t);
  const withPassword = { user: userColumns, passwordHash: t.users.passwordHash };
  const one = (org: string, id: string) => and(eq(t.users.org, org), eq(t.users.id, id));

  async function changeOne(
    tx: Transaction,
    { org, id }: { org: string; id: string },
    set: Partial<typeof t.users.$inferInsert>,
  ): Promise<void> {
    const [changed] = await tx.update(t.users).set(set).where(one(org, id)).returning({ id: t.users.id });
    if (changed === undefined) throw new MissingError("user", id);
  }

  /** All of them are locked in one order: of two administrators who end each other's role at once, one finds nobody else left. */
  async function requireOtherAdministrator(tx: Transaction, { org, id }: { org: string; id: string }): Promise<void> {
    const administrators = await dialect.locked(
      tx
        .select({ id: t.users.id })
        .from(t.users)
        .where(and(eq(t.users.org, org), eq(t.users.role, "admin"), isNull(t.users.disabledAt)))
        .orderBy(asc(t.users.id)),
      t.users,
    );
    const isOne = administrators.some((administrator) => administrator.id === id);
    if (isOne && administrators.length === 1) throw new LastAdministratorError();
  }

  return {
    ...sessionQueries(context),
    async byEmail(email) {
      const [row] = await read.select(withPassword).from(t.users).where(eq(t.users.email, email.toLowerCase()));
      return row && { user: withoutNulls(row.user), passwordHash: row.passwordHash };
    },
    async list(org) {
      const rows = await read
        .select(userColumns)
        .from(t.users)
        .where(eq(t.users.org, org))
        .orderBy(asc(t.users.name), asc(t.users.id));
      return rows.map((row) => withoutNulls(row));
    },
    async get(org, id) {
      const [row] = await read.select(withPassword).from(t.users).where(one(org, id));
      return row && { user: withoutNulls(row.user), passwordHash: row.passwordHash };
    },
    add: ({ user, passwordHash, audit }) =>
      write(user.org, audit, async (tx) => {
        await tx.insert(t.users).values({ ...user, email: user.email.toLowerCase(), passwordHash });
      }),
    changeRole: ({ org, id, role, audit }) =>
      write(org, audit, async (tx) => {
        if (role !== "admin") await requireOtherAdministrator(tx, { org, id });
        await changeOne(tx, { org, id }, { role });
      }),
    endAccess: ({ org, id, at, audit }) =>
      write(org, audit, async (tx) => {
        await requireOtherAdministrator(tx, { org, id });
        await changeOne(tx, { org, id }, { disabledAt: at });
        await tx.delete(t.teamSessions).where(and(eq(t.teamSessions.org, org), eq(t.teamSessions.user, id)));
        await tx.delete(t.passwordResets).where(and(eq(t.passwordResets.org, org), eq(t.passwordResets.user, id)));
      }),
    restoreAccess: ({ org, id, audit }) =>
      write(org, audit, async (tx) => {
        const [erased] = await tx
          .select({ id: t.users.id })
          .from(t.users)
          .where(and(one(org, id), isNotNull(t.users.erasedAt)));
        if (erased) throw new MissingError("user who was not erased", id);
        await changeOne(tx, { org, id }, { disabledAt: null });
      }),
    changePassword: ({ org, id, passwordHash, exceptSession, audit }) =>
      write(org, audit, async (tx) => {
        await changeOne(tx, { org, id }, { passwordHash });
        await tx
          .delete(t.teamSessions)
          .where(
            and(
              eq(t.teamSessions.org, org),
              eq(t.teamSessions.user, id),
              exceptSession === undefined ? undefined : ne(t.teamSessions.sessionHash, exceptSession),
            ),
          );
        // A link that was asked for before must not undo what was chosen since.
        await tx.delete(t.passwordResets).where(and(eq(t.passwordResets.org, org), eq(t.passwordResets.user, id)));
      }),
  };
}
