import type { ServiceContext } from "#app/services/context/contexts";
import type { Job, JobData, JobLease } from "#db/records";

/** One job at work. */
export type JobWork<P extends JobData = JobData> = {
  readonly job: Job & { readonly payload: P };
  /** For the writes of the job: those that are given it keep nothing once the job was taken over by somebody else. */
  readonly lease: JobLease;
  /** Aborted when the program stops and when the lease is lost. Long work looks at it between its steps and throws its reason. */
  readonly signal: AbortSignal;
  progress(done: number, all: number): Promise<void>;
};

/**
 * What became of a job that did not throw. `recorded`: a write of the job itself said how it ended or goes on, together with
 * what it did. Otherwise it is done, and the runner writes that down. `againAt`: when one that recurs is due again, where that
 * is not `everyMs` from now.
 */
export type JobOutcome = "recorded" | { readonly result?: JobData; readonly againAt?: Date };

/** How jobs of one kind are done. */
export type JobHandler<P extends JobData = JobData> = {
  /** How many at once in one process. */
  readonly atOnce: number;
  /** Milliseconds before each further try. After the last try, or an error that `isFinal`, the job has failed. */
  readonly waitsMs: readonly number[];
  readonly isFinal?: (error: unknown) => boolean;
  /** Tried again and again, after the last wait each time: what it owes to others must not be given up. */
  readonly isEndless?: boolean;
  /**
   * Milliseconds after which it is due again. There is then one job of this kind, of the program itself; it never ends, and
   * one process does it each time.
   */
  readonly everyMs?: number;
  /** Calls a use case. May run again after a crash, so what it does outside of the store must bear to be done twice. */
  run(ctx: ServiceContext, work: JobWork<P>): Promise<JobOutcome>;
};

/** The handlers of all kinds, by kind. */
export type JobHandlers = Readonly<Record<string, JobHandler>>;
