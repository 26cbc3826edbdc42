import { and, desc, eq, gt, isNull, lte, ne, or, type SQL, sql } from "drizzle-orm";
import { valueFor } from "#db/database/transaction";
import { MissingError } from "#db/errors";
import { columnsOf } from "#db/queries/columns";
import type { QueryContext } from "#db/queries/query-context";
import { withoutNulls } from "#db/queries/without-nulls";
import type { SessionStore } from "#db/store/accounts/sessions";

export function sessionQueries({ tables: t, read, write, writeUnaudited }: QueryContext): SessionStore {
  const columns = columnsOf(t);
  const s = t.teamSessions;
  const of = (org: string, user: string) => and(eq(s.org, org), eq(s.user, user));
  /** One that was never used since it was opened counts from then. */
  const usedAfter = (since: SQL | Date) =>
    or(gt(s.lastSeenAt, since), and(isNull(s.lastSeenAt), gt(s.createdAt, since)));
  const opened = read
    .select({
      user: columns.user,
      organisation: columns.organisation,
      createdAt: s.createdAt,
      expiresAt: s.expiresAt,
      lastSeenAt: s.lastSeenAt,
      secondFactorSetAt: t.secondFactors.setAt,
      secondFactorRoles: t.accessRules.secondFactorRoles,
    })
    .from(s)
    .innerJoin(t.users, and(eq(t.users.org, s.org), eq(t.users.id, s.user)))
    .innerJoin(t.organisations, eq(t.organisations.id, s.org))
    .leftJoin(t.secondFactors, and(eq(t.secondFactors.org, s.org), eq(t.secondFactors.user, s.user)))
    .leftJoin(t.accessRules, eq(t.accessRules.org, s.org))
    .where(
      and(
        eq(s.sessionHash, valueFor(s.sessionHash, "hash")),
        gt(s.expiresAt, valueFor(s.expiresAt, "now")),
        usedAfter(valueFor(s.createdAt, "usedSince")),
        isNull(t.users.disabledAt),
      ),
    )
    .prepare();

  return {
    signIn: ({ org, user, sessionHash, createdAt, expiresAt, from = {}, audit }) =>
      write(org, audit, async (tx) => {
        await tx.insert(s).values({ org, user, sessionHash, createdAt, expiresAt, ...from });
      }),

    async bySession(hash, now, usedSince = new Date(0)) {
      const [row] = await opened.execute({ hash, now, usedSince });
      if (!row) return undefined;
      const { user, organisation, createdAt, expiresAt, lastSeenAt, secondFactorSetAt, secondFactorRoles } = row;
      return {
        user: withoutNulls(user),
        organisation,
        expiresAt,
        lastSeenAt: lastSeenAt ?? createdAt,
        hasSecondFactor: secondFactorSetAt !== null,
        needsSecondFactor: secondFactorRoles?.includes(user.role) ?? false,
      };
    },

    touchSession: ({ org, sessionHash, at }) =>
      writeUnaudited(async (tx) => {
        await tx
          .update(s)
          .set({ lastSeenAt: at })
          .where(and(eq(s.org, org), eq(s.sessionHash, sessionHash)));
      }),

    signOut: ({ org, sessionHash, audit }) =>
      write(org, audit, async (tx) => {
        const [ended] = await tx
          .delete(s)
          .where(and(eq(s.org, org), eq(s.sessionHash, sessionHash)))
          .returning({ user: s.user });
        if (ended === undefined) throw new MissingError("session", "");
      }),

    async openSessions(org, user, now, usedSince) {
      const rows = await read
        .select({
          id: s.sessionHash,
          createdAt: s.createdAt,
          lastSeenAt: sql<Date>`coalesce(${s.lastSeenAt}, ${s.createdAt})`.mapWith(s.createdAt),
          expiresAt: s.expiresAt,
          address: s.address,
          agent: s.agent,
        })
        .from(s)
        .where(and(of(org, user), gt(s.expiresAt, now), usedAfter(usedSince)))
        .orderBy(desc(s.createdAt), desc(s.sessionHash));
      return rows.map((row) => withoutNulls(row));
    },

    endSessions: ({ org, user, only, except, audit }) =>
      write(
        org,
        (ended: number) => (ended > 0 ? [audit] : []),
        async (tx) => {
          const ended = await tx
            .delete(s)
            .where(
              and(
                of(org, user),
                only === undefined ? undefined : eq(s.sessionHash, only),
                except === undefined ? undefined : ne(s.sessionHash, except),
              ),
            )
            .returning({ hash: s.sessionHash });
          return ended.length;
        },
      ),

    forgetSessions: (endedBy, usedSince) =>
      writeUnaudited(async (tx) => {
        const gone = await tx
          .delete(s)
          .where(
            or(
              lte(s.expiresAt, endedBy),
              lte(s.lastSeenAt, usedSince),
              and(isNull(s.lastSeenAt), lte(s.createdAt, usedSince)),
            ),
          )
          .returning({ user: s.user });
        return gone.length;
      }),
  };
}
