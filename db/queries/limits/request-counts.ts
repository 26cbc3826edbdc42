import { and, eq, gt, lt, ne, or, sum } from "drizzle-orm";
import type { QueryContext } from "#db/queries/query-context";
import type { Store } from "#db/store";

export function requestCountQueries({ tables: t, read, writeUnaudited }: QueryContext): Store["requestCounts"] {
  const { window: windowColumn, process: processColumn, key: keyColumn, count: countColumn } = t.requestCounts;
  return {
    report: ({ process, window, counts, forgetBefore, forgetAfter }) =>
      writeUnaudited(async (tx) => {
        await tx.delete(t.requestCounts).where(or(lt(windowColumn, forgetBefore), gt(windowColumn, forgetAfter)));
        for (const { key, count } of counts) {
          await tx
            .insert(t.requestCounts)
            .values({ window, process, key, count })
            .onConflictDoUpdate({ target: [windowColumn, processColumn, keyColumn], set: { count } });
        }
      }),

    async readOthers({ process, window }) {
      const rows = await read
        .select({ key: keyColumn, count: sum(countColumn).mapWith(Number) })
        .from(t.requestCounts)
        .where(and(eq(windowColumn, window), ne(processColumn, process)))
        .groupBy(keyColumn);
      return rows.map(({ key, count }) => ({ key, count: count ?? 0 }));
    },
  };
}
