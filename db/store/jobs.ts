import type { AuditEvent } from "#db/audit";
import type { ClaimedJob, Job, JobData, JobLease, JobName, JobProgress } from "#db/records";

export type NewJob = JobName & {
  readonly payload: JobData;
  readonly lane?: string;
  readonly dueAt: Date;
  readonly createdAt: Date;
};

/** How a job ended well: what came of it, and when it is due again if it is one that recurs. */
export type JobEnd = { readonly at: Date; readonly result?: JobData; readonly againAt?: Date };

/** Why a job is tried again, and when. */
export type JobRetry = { readonly dueAt: Date; readonly error: string };

/** Why a job is not tried again. */
export type JobFailure = { readonly at: Date; readonly error: string };

/**
 * The work of the program, shared by all of its processes. These writes have no audit event but that of whoever
 * ordered a job; what a job does leaves its own. Whatever takes a lease throws LeaseLostError when the job was taken over or has ended.
 */
export interface JobStore {
  /**
   * Adds a job, unless one of this name waits or runs. One that ended is replaced: its error, progress and result go.
   * @returns whether it was added
   */
  enqueue(job: NewJob): Promise<boolean>;
  /** The same for one that somebody asked for: the events are kept with it if it was added, and not otherwise. */
  enqueueAudited(job: NewJob, audit: readonly AuditEvent[]): Promise<boolean>;
  /** Which of these kinds have a job that can be claimed now. Writes nothing. */
  due(ask: { kinds: readonly string[]; now: Date }): Promise<readonly string[]>;
  /**
   * Takes jobs that are due, at most so many of each kind, those due for longest first. What is not over by `leaseUntil`, or
   * renewed, may be claimed by others. In a lane only one is taken at a time, and one that was left there before the next.
   */
  claim(claim: {
    kinds: readonly { readonly kind: string; readonly most: number }[];
    now: Date;
    leaseUntil: Date;
  }): Promise<readonly ClaimedJob[]>;
  renew(lease: JobLease, leaseUntil: Date): Promise<void>;
  /** Says how far it is; it then counts as tried once, however often it was taken up before. */
  progress(lease: JobLease, progress: JobProgress): Promise<void>;
  finish(lease: JobLease, end: JobEnd): Promise<void>;
  retry(lease: JobLease, retry: JobRetry): Promise<void>;
  giveUp(lease: JobLease, failure: JobFailure): Promise<void>;
  /** Lets somebody else take it from `dueAt` on, as if it had not been taken up. */
  giveBack(lease: JobLease, dueAt: Date): Promise<void>;
  get(org: string, kind: string, key: string): Promise<Job | undefined>;
  /** The kinds of all jobs that wait or run. */
  kinds(): Promise<readonly string[]>;
  /** Removes jobs that ended before then, the oldest `most`. @returns how many */
  forget(ended: { before: Date; most: number }): Promise<number>;
}
