import { and, eq, gt, isNull, lte, or } from "drizzle-orm";
import { MissingError } from "#db/errors";
import { columnsOf } from "#db/queries/columns";
import type { QueryContext } from "#db/queries/query-context";
import { withoutNulls } from "#db/queries/without-nulls";
import type { Store } from "#db/store";

export function passwordResetQueries({
  tables: t,
  read,
  write,
  writeUnaudited,
}: QueryContext): Store["passwordResets"] {
  const r = t.passwordResets;
  return {
    offer: async ({ reset, audit }) => {
      await write(
        reset.org,
        (isNew: boolean) => (isNew ? [audit] : []),
        async (tx) => {
          const [known] = await tx
            .select({ id: r.id })
            .from(r)
            .where(and(eq(r.org, reset.org), eq(r.id, reset.id)));
          if (known) return false;
          await tx.delete(r).where(and(eq(r.org, reset.org), eq(r.user, reset.user)));
          await tx.insert(r).values(reset);
          return true;
        },
      );
    },
    async byToken(tokenHash, now) {
      const [row] = await read
        .select({ reset: r, user: columnsOf(t).user })
        .from(r)
        .innerJoin(t.users, and(eq(t.users.org, r.org), eq(t.users.id, r.user)))
        .where(and(eq(r.tokenHash, tokenHash), isNull(r.usedAt), gt(r.expiresAt, now), isNull(t.users.disabledAt)));
      return row && { reset: withoutNulls(row.reset), user: withoutNulls(row.user) };
    },
    forget: (before) =>
      writeUnaudited(async (tx) => {
        const gone = await tx
          .delete(r)
          .where(or(lte(r.usedAt, before), lte(r.expiresAt, before)))
          .returning({ id: r.id });
        return gone.length;
      }),
    use: ({ org, id, at, passwordHash, audit }) =>
      write(org, audit, async (tx) => {
        const [used] = await tx
          .update(r)
          .set({ usedAt: at })
          .where(and(eq(r.org, org), eq(r.id, id), isNull(r.usedAt)))
          .returning({ user: r.user });
        if (used === undefined) throw new MissingError("unused link for a new password", id);
        const { user } = used;
        await tx
          .update(t.users)
          .set({ passwordHash })
          .where(and(eq(t.users.org, org), eq(t.users.id, user)));
        await tx.delete(t.teamSessions).where(and(eq(t.teamSessions.org, org), eq(t.teamSessions.user, user)));
      }),
  };
}
