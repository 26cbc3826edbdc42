import { and, desc, eq, isNull, lte, or } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import { ConflictError, MissingError } from "#db/errors";
import type { QueryContext } from "#db/queries/query-context";
import { withoutNulls } from "#db/queries/without-nulls";
import type { Joining } from "#db/records";
import type { Store } from "#db/store";

type Offered = { readonly open: Joining; readonly isNew: boolean };

export function joiningQueries({ tables: t, read, write, writeUnaudited, dialect }: QueryContext): Store["joinings"] {
  const j = t.joinings;
  const one = (org: string, id: string) => and(eq(j.org, org), eq(j.id, id));

  /** Locked, so that of two who use or withdraw it at once the second finds it ended. */
  async function requireOpen(tx: Transaction, { org, id }: { org: string; id: string }): Promise<number> {
    const [row] = await dialect.locked(
      tx
        .select({ generation: j.generation })
        .from(j)
        .where(and(one(org, id), isNull(j.endedAt))),
      j,
    );
    if (row === undefined) throw new MissingError("open invitation to join", id);
    return row.generation;
  }

  return {
    async list(org) {
      const rows = await read
        .select()
        .from(j)
        .where(and(eq(j.org, org), isNull(j.endedAt)))
        .orderBy(desc(j.createdAt), desc(j.id));
      return rows.map((row) => withoutNulls(row));
    },
    async get(org, id) {
      const [row] = await read.select().from(j).where(one(org, id));
      return row && withoutNulls(row);
    },
    async byToken(tokenHash) {
      const [row] = await read.select().from(j).where(eq(j.tokenHash, tokenHash));
      return row && withoutNulls(row);
    },
    offer: async ({ joining, sameSince, audit }) => {
      const { open } = await write(
        joining.org,
        ({ isNew }: Offered) => (isNew ? [audit] : []),
        async (tx) => {
          // Of two who invite the same address at once, the second waits here and finds what the first one made.
          await dialect.locked(
            tx.select({ id: t.organisations.id }).from(t.organisations).where(eq(t.organisations.id, joining.org)),
            t.organisations,
          );
          const ofAddress = and(eq(j.org, joining.org), eq(j.email, joining.email), isNull(j.endedAt));
          const [there] = await tx.select().from(j).where(ofAddress);
          const isSame = there?.role === joining.role && sameSince !== undefined && there.createdAt >= sameSince;
          if (there && isSame) return { open: withoutNulls(there), isNew: false };
          await tx.update(j).set({ endedAt: joining.createdAt }).where(ofAddress);
          await tx.insert(j).values(joining);
          return { open: joining, isNew: true };
        },
      );
      return open;
    },
    renew: ({ org, id, generation, tokenHash, expiresAt, audit }) =>
      write(org, audit, async (tx) => {
        const found = await requireOpen(tx, { org, id });
        if (found !== generation - 1) throw new ConflictError(generation - 1, found);
        await tx.update(j).set({ generation, tokenHash, expiresAt }).where(one(org, id));
      }),
    forget: (before) =>
      writeUnaudited(async (tx) => {
        const gone = await tx
          .delete(j)
          .where(or(lte(j.endedAt, before), lte(j.expiresAt, before)))
          .returning({ id: j.id });
        return gone.length;
      }),
    withdraw: ({ org, id, at, audit }) =>
      write(org, audit, async (tx) => {
        await requireOpen(tx, { org, id });
        await tx.update(j).set({ endedAt: at }).where(one(org, id));
      }),
    use: ({ org, id, generation, at, user, passwordHash, audit }) =>
      write(org, audit, async (tx) => {
        const found = await requireOpen(tx, { org, id });
        if (found !== generation) throw new ConflictError(generation, found);
        await tx.update(j).set({ endedAt: at }).where(one(org, id));
        await tx.insert(t.users).values({ ...user, org, email: user.email.toLowerCase(), passwordHash });
      }),
  };
}
