import { and, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { prepared, type Transaction, valueFor } from "#db/database/transaction";
import { LeaseLostError } from "#db/errors";
import type { QueryContext } from "#db/queries/query-context";
import type { JobLease, JobProgress } from "#db/records";
import type { JobEnd, JobFailure, JobRetry, NewJob } from "#db/store";

/**
 * What other writes do with jobs inside of their own transaction, so that what a job does and what its row says of it are
 * kept both or neither. All that take a lease throw LeaseLostError, and then nothing of the write is kept.
 */
export function jobWrites({ tables: t, dialect }: QueryContext) {
  const at = sql.placeholder;
  const given = (column: { readonly name: string }) => sql`excluded.${sql.identifier(column.name)}`;
  // One that ended is taken for the new one. Its lease goes on counting: who still holds an old one is refused as before.
  const insert = prepared((tx) =>
    tx
      .insert(t.jobs)
      .values({
        org: at("org"),
        kind: at("kind"),
        key: at("key"),
        payload: at("payload"),
        // A prepared value is always written as its column writes texts, which no lane is not.
        lane: sql`nullif(${valueFor(t.jobs.lane, "lane")}, '')`,
        state: "waiting",
        dueAt: at("dueAt"),
        lease: 0,
        attempts: 0,
        createdAt: at("createdAt"),
      })
      .onConflictDoUpdate({
        target: [t.jobs.org, t.jobs.kind, t.jobs.key],
        set: {
          payload: given(t.jobs.payload),
          lane: given(t.jobs.lane),
          state: "waiting",
          dueAt: given(t.jobs.dueAt),
          attempts: 0,
          lastError: null,
          progress: null,
          result: null,
          createdAt: given(t.jobs.createdAt),
          endedAt: null,
        },
        setWhere: isNotNull(t.jobs.endedAt),
      })
      .returning({ id: t.jobs.id })
      .prepare(),
  );
  const holdsLease = (id: number | SQL, token: number | SQL) =>
    and(eq(t.jobs.id, id), eq(t.jobs.lease, token), eq(t.jobs.state, "running"));
  const held = prepared((tx) =>
    dialect
      .locked(
        tx
          .select({ id: t.jobs.id })
          .from(t.jobs)
          .where(holdsLease(valueFor(t.jobs.id, "id"), valueFor(t.jobs.lease, "token"))),
        t.jobs,
      )
      .prepare(),
  );

  async function change(
    tx: Transaction,
    { id, token }: JobLease,
    values: Partial<typeof t.jobs.$inferInsert> | { attempts: SQL },
  ): Promise<void> {
    const [changed] = await tx.update(t.jobs).set(values).where(holdsLease(id, token)).returning({ id: t.jobs.id });
    if (changed === undefined) throw new LeaseLostError(id);
  }

  return {
    /** Adds a job unless one of its name has not ended; whether it was added. */
    async enqueueJob(tx: Transaction, job: NewJob): Promise<boolean> {
      return (await insert(tx, { ...job, lane: job.lane ?? "" })).length > 0;
    },

    /** Nobody can take the job over until this write is kept. */
    async requireLease(tx: Transaction, lease: JobLease): Promise<void> {
      const [row] = await held(tx, lease);
      if (row === undefined) throw new LeaseLostError(lease.id);
    },

    renewLease: (tx: Transaction, lease: JobLease, leaseUntil: Date) => change(tx, lease, { dueAt: leaseUntil }),

    /** What came on since it was taken up has not failed at all: its tries count from here. */
    noteProgress: (tx: Transaction, lease: JobLease, progress: JobProgress) =>
      change(tx, lease, { progress, attempts: 1 }),

    finishJob: (tx: Transaction, lease: JobLease, { at, result = {}, againAt }: JobEnd) =>
      change(tx, lease, {
        heldLane: null,
        result,
        ...(againAt === undefined
          ? { state: "done", dueAt: null, endedAt: at }
          : { state: "waiting", dueAt: againAt, attempts: 0, progress: null }),
      }),

    retryJob: (tx: Transaction, lease: JobLease, { dueAt, error }: JobRetry) =>
      change(tx, lease, { state: "waiting", heldLane: null, dueAt, lastError: error }),

    giveUpJob: (tx: Transaction, lease: JobLease, { at, error }: JobFailure) =>
      change(tx, lease, { state: "failed", heldLane: null, dueAt: null, lastError: error, endedAt: at }),

    giveBackJob: (tx: Transaction, lease: JobLease, dueAt: Date) =>
      change(tx, lease, { state: "waiting", heldLane: null, dueAt, attempts: sql`${t.jobs.attempts} - 1` }),
  };
}
