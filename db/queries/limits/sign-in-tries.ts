import { desc, eq, getTableColumns, gt, lt } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import type { QueryContext } from "#db/queries/query-context";
import { withoutNulls } from "#db/queries/without-nulls";
import type { Store } from "#db/store";

export function signInTryQueries({ tables: t, read, writeUnaudited, dialect }: QueryContext): Store["signInTries"] {
  const { key: keyColumn, ...columns } = getTableColumns(t.signInTries);

  async function forget(tx: Transaction, at: Date, before: Date): Promise<void> {
    // Last tried in the time to come: the clock was put back, and they would never grow old.
    await tx.update(t.signInTries).set({ last: at }).where(gt(t.signInTries.last, at));
    await tx.delete(t.signInTries).where(lt(t.signInTries.last, before));
  }

  async function keepNewest(tx: Transaction, most: number): Promise<void> {
    const tooMany = await tx
      .select({ key: keyColumn })
      .from(t.signInTries)
      .orderBy(desc(t.signInTries.last))
      .limit(1_000)
      .offset(most);
    for (const { key } of tooMany) await tx.delete(t.signInTries).where(eq(keyColumn, key));
  }

  return {
    async get(key) {
      const [row] = await read.select(columns).from(t.signInTries).where(eq(keyColumn, key));
      return row && withoutNulls(row);
    },

    count: ({ key, at, forgetBefore, mostKept, next }) =>
      writeUnaudited(async (tx) => {
        await forget(tx, at, forgetBefore);
        // The row is there before it is locked, so that of two first tries the second finds the first.
        const [added] = await tx
          .insert(t.signInTries)
          .values({ key, count: 0, last: at })
          .onConflictDoNothing()
          .returning({ key: keyColumn });
        const [row] = await dialect.locked(
          tx.select(columns).from(t.signInTries).where(eq(keyColumn, key)),
          t.signInTries,
        );
        const before = added === undefined && row !== undefined && row.count > 0 ? withoutNulls(row) : undefined;
        const after = next(before);
        if (after === undefined) return false;
        await tx
          .update(t.signInTries)
          .set({ ...after, until: after.until ?? null })
          .where(eq(keyColumn, key));
        if (added !== undefined) await keepNewest(tx, mostKept);
        return true;
      }),

    forget: (key) =>
      writeUnaudited(async (tx) => {
        await tx.delete(t.signInTries).where(eq(keyColumn, key));
      }),
  };
}
