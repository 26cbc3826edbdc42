import { and, asc, eq, isNull, lte, or, sql } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import { columnsOf } from "#db/queries/columns";
import type { QueryContext } from "#db/queries/query-context";
import { withoutNulls } from "#db/queries/without-nulls";
import type { ClaimedJob } from "#db/records";

/** Which jobs may be taken, and taking them. */
export function jobClaims({ tables: t, dialect }: Pick<QueryContext, "tables" | "dialect">) {
  const { job } = columnsOf(t);
  const held = sql.identifier(t.jobs.heldLane.name);
  // One that runs is the one that holds its lane, whether or not its lease is over.
  const laneIsFree = or(
    isNull(t.jobs.lane),
    eq(t.jobs.state, "running"),
    sql`not exists (select 1 from ${t.jobs} busy where busy.org = ${t.jobs.org} and busy.${held} = ${t.jobs.lane})`,
  );
  // What ended is due never, so time alone tells.
  const claimable = (kind: string, now: Date) => and(eq(t.jobs.kind, kind), lte(t.jobs.dueAt, now), laneIsFree);

  async function take(tx: Transaction, id: number, now: Date, leaseUntil: Date): Promise<ClaimedJob | undefined> {
    const [row] = await tx
      .update(t.jobs)
      .set({
        state: "running",
        heldLane: sql`${t.jobs.lane}`,
        dueAt: leaseUntil,
        lease: sql`${t.jobs.lease} + 1`,
        attempts: sql`${t.jobs.attempts} + 1`,
      })
      // Asked again: the one before it may just have taken the lane.
      .where(and(eq(t.jobs.id, id), lte(t.jobs.dueAt, now), laneIsFree))
      .returning({ ...job, lease: t.jobs.lease });
    if (row === undefined) return undefined;
    const { lease: token, ...taken } = row;
    return { job: withoutNulls(taken), lease: { id, token } };
  }

  return {
    claimable,

    /** Inside a write: takes jobs of one kind. */
    async takeJobs(
      tx: Transaction,
      { kind, most, now, leaseUntil }: { kind: string; most: number; now: Date; leaseUntil: Date },
    ): Promise<readonly ClaimedJob[]> {
      // What another process is claiming is passed by, so that nobody waits.
      const due = await dialect.locked(
        tx
          .select({ id: t.jobs.id })
          .from(t.jobs)
          .where(claimable(kind, now))
          .orderBy(asc(t.jobs.dueAt), asc(t.jobs.id))
          .limit(most),
        t.jobs,
        { passing: true },
      );
      const taken: ClaimedJob[] = [];
      for (const { id } of due) {
        const one = await take(tx, id, now, leaseUntil);
        if (one !== undefined) taken.push(one);
      }
      return taken;
    },
  };
}
