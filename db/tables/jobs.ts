import type { Kit } from "#db/database/kit";
import type { JobData, JobProgress, JobState } from "#db/records";

export function jobTables(k: Kit) {
  const jobs = k.table(
    "jobs",
    {
      // Not led by the organisation: whoever works takes what is due, whosever it is.
      id: k.serial("id"),
      /** Empty for the work of the program itself, so it points at no organisation. */
      org: k.str("org").notNull(),
      kind: k.str("kind").notNull(),
      key: k.str("key").notNull(),
      payload: k.json<JobData>("payload").notNull(),
      lane: k.str("lane"),
      /** The lane while it runs in it. */
      heldLane: k.str("held_lane"),
      state: k.word<JobState>("state").notNull(),
      /** While it runs: the end of the lease. Empty once it ended. */
      dueAt: k.time("due_at"),
      /** Grows by one with every claim, also over an end and a new beginning. */
      lease: k.int("lease").notNull(),
      attempts: k.int("attempts").notNull(),
      lastError: k.str("last_error"),
      progress: k.json<JobProgress>("progress"),
      result: k.json<JobData>("result"),
      createdAt: k.time("created_at").notNull(),
      endedAt: k.time("ended_at"),
    },
    (t) => [
      k.uniqueIndex("jobs_once").on(t.org, t.kind, t.key),
      // Two processes that claim at the same moment cannot both hold a lane.
      k.uniqueIndex("jobs_lanes").on(t.org, t.heldLane),
      // Holds what a claim looks for, in the order in which it takes them.
      k.index("jobs_due").on(t.kind, t.dueAt, t.id),
      k.index("jobs_ended").on(t.endedAt),
    ],
  );

  /** What the program keeps of itself: `FactName` says which. */
  const installation = k.table(
    "installation",
    { name: k.str("name").notNull(), value: k.str("value").notNull() },
    // Not led by the organisation: there is one installation, whoever uses it.
    (t) => [k.uniqueIndex("installation_by_name").on(t.name)],
  );

  return { jobs, installation };
}
