import { and, count, eq, isNotNull, isNull, lt, ne } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import { ConflictError, MissingError } from "#db/errors";
import type { QueryContext } from "#db/queries/query-context";
import type { Store } from "#db/store";

export function secondFactorQueries(context: QueryContext): Store["secondFactors"] {
  const { tables: t, read, write, writeUnaudited, dialect } = context;
  const f = t.secondFactors;
  const c = t.recoveryCodes;
  const of = (org: string, user: string) => and(eq(f.org, org), eq(f.user, user));
  const isOn = isNotNull(f.setAt);

  async function replaceCodes(
    tx: Transaction,
    { org, user, codeHashes }: { org: string; user: string; codeHashes: readonly string[] },
  ): Promise<void> {
    await tx.delete(c).where(and(eq(c.org, org), eq(c.user, user)));
    for (const codeHash of codeHashes) await tx.insert(c).values({ org, user, codeHash });
  }

  return {
    async get(org, user) {
      const [row] = await read.select().from(f).where(of(org, user));
      if (!row) return undefined;
      const [left] = await read
        .select({ codes: count() })
        .from(c)
        .where(and(eq(c.org, org), eq(c.user, user), isNull(c.usedAt)));
      const { generation, setAt } = row;
      return { generation, isOn: setAt !== null, ...(setAt ? { setAt } : {}), codesLeft: left?.codes ?? 0 };
    },

    set: ({ org, user, generation, step, at, codeHashes, exceptSession, audit }) =>
      write(org, audit, async (tx) => {
        const [row] = await dialect.locked(tx.select({ generation: f.generation }).from(f).where(of(org, user)), f);
        const found = row?.generation ?? 0;
        if (found !== generation - 1) throw new ConflictError(generation - 1, found);
        const set = { generation, setAt: at, lastStep: step };
        if (row) await tx.update(f).set(set).where(of(org, user));
        else await tx.insert(f).values({ org, user, ...set });
        await replaceCodes(tx, { org, user, codeHashes });
        const { teamSessions: s } = t;
        const others = exceptSession === undefined ? undefined : ne(s.sessionHash, exceptSession);
        await tx.delete(s).where(and(eq(s.org, org), eq(s.user, user), others));
      }),

    spendStep: ({ org, user, step }) =>
      writeUnaudited(async (tx) => {
        const used = await tx
          .update(f)
          .set({ lastStep: step })
          .where(and(of(org, user), isOn, lt(f.lastStep, step)))
          .returning({ user: f.user });
        return used.length > 0;
      }),

    spendRecoveryCode: ({ org, user, codeHash, at, audit }) =>
      write(
        org,
        (isUsed: boolean) => (isUsed ? [audit] : []),
        async (tx) => {
          const used = await tx
            .update(c)
            .set({ usedAt: at })
            .where(and(eq(c.org, org), eq(c.user, user), eq(c.codeHash, codeHash), isNull(c.usedAt)))
            .returning({ user: c.user });
          return used.length > 0;
        },
      ),

    renewRecoveryCodes: ({ org, user, codeHashes, audit }) =>
      write(org, audit, async (tx) => {
        const [row] = await dialect.locked(
          tx
            .select({ user: f.user })
            .from(f)
            .where(and(of(org, user), isOn)),
          f,
        );
        if (row === undefined) throw new MissingError("second factor", user);
        await replaceCodes(tx, { org, user, codeHashes });
      }),

    remove: ({ org, user, audit }) =>
      write(org, audit, async (tx) => {
        const [off] = await tx
          .update(f)
          .set({ setAt: null })
          .where(and(of(org, user), isOn))
          .returning({ user: f.user });
        if (off === undefined) throw new MissingError("second factor", user);
        await replaceCodes(tx, { org, user, codeHashes: [] });
      }),

    async holders(org) {
      const rows = await read
        .select({ user: f.user })
        .from(f)
        .where(and(eq(f.org, org), isOn));
      return rows.map(({ user }) => user);
    },

    async roles(org) {
      const [row] = await read.select().from(t.accessRules).where(eq(t.accessRules.org, org));
      return row?.secondFactorRoles ?? [];
    },

    changeRoles: ({ org, roles: secondFactorRoles, audit }) =>
      write(org, audit, async (tx) => {
        await tx
          .insert(t.accessRules)
          .values({ org, secondFactorRoles })
          .onConflictDoUpdate({ target: t.accessRules.org, set: { secondFactorRoles } });
      }),
  };
}
