import { and, asc, eq, isNotNull, isNull, ne } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import { LastAdministratorError, LastNorthKoreaReaderError, MissingError } from "#db/errors";
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

  /**
   * Those who can sign in. All of them are locked in one order: of two administrators who end each other's role at once, one
   * finds nobody else left.
   */
  function lockActive(tx: Transaction, org: string) {
    const { id, role, readsNorthKorea } = t.users;
    return dialect.locked(
      tx
        .select({ id, role, readsNorthKorea })
        .from(t.users)
        .where(and(eq(t.users.org, org), isNull(t.users.disabledAt)))
        .orderBy(asc(id)),
      t.users,
    );
  }
  type Active = Awaited<ReturnType<typeof lockActive>>[number];

  const isLast = (active: readonly Active[], id: string, has: (one: Active) => boolean) => {
    const having = active.filter(has);
    return having.length === 1 && having[0]?.id === id;
  };

  function requireOtherAdministrator(active: readonly Active[], id: string): void {
    if (isLast(active, id, ({ role }) => role === "admin")) throw new LastAdministratorError();
  }

  function requireOtherReader(active: readonly Active[], id: string): void {
    if (isLast(active, id, ({ readsNorthKorea }) => readsNorthKorea)) throw new LastNorthKoreaReaderError();
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
        if (role !== "admin") requireOtherAdministrator(await lockActive(tx, org), id);
        await changeOne(tx, { org, id }, { role });
      }),
    changeNorthKorea: ({ org, id, reads, evenFromLast, audit }) =>
      write(org, audit, async (tx) => {
        if (!reads && !evenFromLast) requireOtherReader(await lockActive(tx, org), id);
        await changeOne(tx, { org, id }, { readsNorthKorea: reads });
      }),
    endAccess: ({ org, id, at, evenFromLast, audit }) =>
      write(org, audit, async (tx) => {
        const active = await lockActive(tx, org);
        requireOtherAdministrator(active, id);
        if (!evenFromLast) requireOtherReader(active, id);
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
