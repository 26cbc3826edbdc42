import { and, asc, eq, inArray, isNotNull, lt } from "drizzle-orm";
import { TakenError } from "#db/errors";
import { columnsOf } from "#db/queries/columns";
import type { QueryContext } from "#db/queries/query-context";
import { withoutNulls } from "#db/queries/without-nulls";
import type { ClaimedJob } from "#db/records";
import type { Store } from "#db/store";
import { jobClaims } from "./claim-jobs";
import { jobWrites } from "./job-writes";

export function jobQueries(context: QueryContext): Store["jobs"] {
  const { tables: t, read, write, writeUnaudited } = context;
  const { hasDue, takeJobs } = jobClaims(context);
  const writes = jobWrites(context);
  const columns = columnsOf(t).job;

  return {
    enqueueAudited: (job, audit) =>
      write(
        job.org,
        (isAdded) => (isAdded ? audit : []),
        (tx) => writes.enqueueJob(tx, job),
      ),
    enqueue: (job) => writeUnaudited((tx) => writes.enqueueJob(tx, job)),

    async due({ kinds, now }) {
      const due: string[] = [];
      // One look a kind, which ends at the first row: a list of kinds would go through all that is due.
      for (const kind of kinds) if (await hasDue(kind, now)) due.push(kind);
      return due;
    },

    async claim({ kinds, now, leaseUntil }) {
      try {
        return await writeUnaudited(async (tx) => {
          const claimed: ClaimedJob[] = [];
          for (const { kind, most } of kinds) claimed.push(...(await takeJobs(tx, { kind, most, now, leaseUntil })));
          return claimed;
        });
      } catch (error) {
        // Another process took a lane at the same moment, so nothing was claimed; what is left is due at the next look.
        if (error instanceof TakenError) return [];
        throw error;
      }
    },

    renew: (lease, leaseUntil) => writeUnaudited((tx) => writes.renewLease(tx, lease, leaseUntil)),
    progress: (lease, progress) => writeUnaudited((tx) => writes.noteProgress(tx, lease, progress)),
    finish: (lease, end) => writeUnaudited((tx) => writes.finishJob(tx, lease, end)),
    retry: (lease, retry) => writeUnaudited((tx) => writes.retryJob(tx, lease, retry)),
    giveUp: (lease, failure) => writeUnaudited((tx) => writes.giveUpJob(tx, lease, failure)),
    giveBack: (lease, dueAt) => writeUnaudited((tx) => writes.giveBackJob(tx, lease, dueAt)),

    async get(org, kind, key) {
      const [row] = await read
        .select(columns)
        .from(t.jobs)
        .where(and(eq(t.jobs.org, org), eq(t.jobs.kind, kind), eq(t.jobs.key, key)));
      return row && withoutNulls(row);
    },

    async kinds() {
      const rows = await read.selectDistinct({ kind: t.jobs.kind }).from(t.jobs).where(isNotNull(t.jobs.dueAt));
      return rows.map(({ kind }) => kind);
    },

    forget: ({ before, most }) =>
      writeUnaudited(async (tx) => {
        const ended = await tx
          .select({ id: t.jobs.id })
          .from(t.jobs)
          .where(lt(t.jobs.endedAt, before))
          .orderBy(asc(t.jobs.endedAt))
          .limit(most);
        const ids = ended.map(({ id }) => id);
        // Asked again: one may have been taken for a new job of its name.
        const gone = await tx
          .delete(t.jobs)
          .where(and(inArray(t.jobs.id, ids), lt(t.jobs.endedAt, before)))
          .returning({ id: t.jobs.id });
        return gone.length;
      }),
  };
}
