import { and, eq, getTableColumns, gt, isNull, lte, or } from "drizzle-orm";
import { jobWrites } from "#db/queries/jobs/job-writes";
import type { QueryContext } from "#db/queries/query-context";
import { withoutNulls } from "#db/queries/without-nulls";
import type { Store } from "#db/store";

const id = 1;
/** Jobs that were put off come at most so long after the hold, so that they do not all come at once. */
const spreadMs = 2_000;
const mostRefused = 100;

export function mailHoldQueries(context: QueryContext): Store["mailHolds"] {
  const { tables: t, read, writeUnaudited } = context;
  const { giveBackJob } = jobWrites(context);
  const { id: idColumn, tryingUntil, ...columns } = getTableColumns(t.mailHolds);
  const lasts = and(eq(idColumn, id), isNull(t.mailHolds.endedAt));

  return {
    async get() {
      const [row] = await read.select(columns).from(t.mailHolds).where(eq(idColumn, id));
      return row && withoutNulls(row);
    },

    keep: ({ hold, lease, jobDueAt }) =>
      writeUnaudited(async (tx) => {
        await giveBackJob(tx, lease, jobDueAt);
        const [before] = await tx.select({ refused: t.mailHolds.refused }).from(t.mailHolds).where(eq(idColumn, id));
        const refused = [...new Set([...(before?.refused ?? []), ...hold.refused])].slice(-mostRefused);
        const row = { ...hold, refused, tryingUntil: null, endedAt: null };
        await tx
          .insert(t.mailHolds)
          .values({ ...row, id })
          .onConflictDoUpdate({ target: idColumn, set: row });
      }),

    takeTry: ({ at, until }) =>
      writeUnaudited(async (tx) => {
        const taken = await tx
          .update(t.mailHolds)
          .set({ tryingUntil: until })
          .where(
            and(
              lasts,
              lte(t.mailHolds.dueAt, at),
              or(isNull(t.mailHolds.tryingUntil), lte(t.mailHolds.tryingUntil, at)),
            ),
          )
          .returning({ id: idColumn });
        return taken.length > 0;
      }),

    end: (at) =>
      writeUnaudited(async (tx) => {
        await tx.update(t.mailHolds).set({ endedAt: at, tryingUntil: null }).where(lasts);
      }),

    tryAt: (at) =>
      writeUnaudited(async (tx) => {
        const [hold] = await tx.select({ dueAt: t.mailHolds.dueAt }).from(t.mailHolds).where(lasts);
        if (hold === undefined) return false;
        await tx
          .update(t.jobs)
          .set({ dueAt: at })
          .where(
            and(
              eq(t.jobs.kind, "mail.send"),
              eq(t.jobs.state, "waiting"),
              gt(t.jobs.dueAt, at),
              lte(t.jobs.dueAt, new Date(hold.dueAt.getTime() + spreadMs)),
            ),
          );
        const dueAt = hold.dueAt > at ? at : hold.dueAt;
        await tx.update(t.mailHolds).set({ dueAt, tryingUntil: null }).where(lasts);
        return true;
      }),
  };
}
