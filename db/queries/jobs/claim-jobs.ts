import { and, asc, eq, isNull, lte, or, sql } from "drizzle-orm";
import { prepared, type Transaction, valueFor } from "#db/database/transaction";
import { columnsOf } from "#db/queries/columns";
import type { QueryContext } from "#db/queries/query-context";
import { withoutNulls } from "#db/queries/without-nulls";
import type { ClaimedJob } from "#db/records";

/** Which jobs may be taken, and taking them. Prepared, because it is done for every job and asked every two seconds. */
export function jobClaims({ tables: t, dialect, read }: Pick<QueryContext, "tables" | "dialect" | "read">) {
  const { job } = columnsOf(t);
  const held = sql.identifier(t.jobs.heldLane.name);
  const isDue = lte(t.jobs.dueAt, valueFor(t.jobs.dueAt, "now"));
  // One that runs is the one that holds its lane, whether or not its lease is over.
  const laneIsFree = or(
    isNull(t.jobs.lane),
    eq(t.jobs.state, "running"),
    sql`not exists (select 1 from ${t.jobs} busy where busy.org = ${t.jobs.org} and busy.${held} = ${t.jobs.lane})`,
  );
  // What ended is due never, so time alone tells.
  const isClaimable = and(eq(t.jobs.kind, valueFor(t.jobs.kind, "kind")), isDue, laneIsFree);

  const first = read.select({ id: t.jobs.id }).from(t.jobs).where(isClaimable).limit(1).prepare();
  // What another process is claiming is passed by, so that nobody waits.
  const due = prepared((tx) =>
    dialect
      .locked(
        tx
          .select({ id: t.jobs.id })
          .from(t.jobs)
          .where(isClaimable)
          .orderBy(asc(t.jobs.dueAt), asc(t.jobs.id))
          .limit(sql.placeholder("most")),
        t.jobs,
        { passing: true },
      )
      .prepare(),
  );
  const take = prepared((tx) =>
    tx
      .update(t.jobs)
      .set({
        state: "running",
        heldLane: sql`${t.jobs.lane}`,
        dueAt: valueFor(t.jobs.dueAt, "leaseUntil"),
        lease: sql`${t.jobs.lease} + 1`,
        attempts: sql`${t.jobs.attempts} + 1`,
      })
      // Asked again: the one before it may just have taken the lane.
      .where(and(eq(t.jobs.id, valueFor(t.jobs.id, "id")), isDue, laneIsFree))
      .returning({ ...job, lease: t.jobs.lease })
      .prepare(),
  );

  return {
    /** Whether there is a job of this kind that may be taken. */
    async hasDue(kind: string, now: Date): Promise<boolean> {
      return (await first.execute({ kind, now })).length > 0;
    },

    /** Inside a write: takes jobs of one kind. */
    async takeJobs(
      tx: Transaction,
      { kind, most, now, leaseUntil }: { kind: string; most: number; now: Date; leaseUntil: Date },
    ): Promise<readonly ClaimedJob[]> {
      const taken: ClaimedJob[] = [];
      for (const { id } of await due(tx, { kind, now, most })) {
        const [row] = await take(tx, { id, now, leaseUntil });
        if (row === undefined) continue;
        const { lease: token, ...claimed } = row;
        taken.push({ job: withoutNulls(claimed), lease: { id, token } });
      }
      return taken;
    },
  };
}
