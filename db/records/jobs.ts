/** `waiting`: to be done when it is due; `running`: somebody holds its lease; the other two have ended. */
export type JobState = "waiting" | "running" | "done" | "failed";

/** What a job is told, and what it leaves behind: plain JSON. */
export type JobData = Readonly<Record<string, unknown>>;

/** How far a job is, in whatever it counts. `counts`: what came of it so far, for whoever takes it up again. */
export type JobProgress = {
  readonly done: number;
  readonly all: number;
  readonly counts?: Readonly<Record<string, number>>;
};

/** What makes a job the same as another. `org` is empty for the work of the program itself. */
export type JobName = { readonly org: string; readonly kind: string; readonly key: string };

/** Something that the program does by itself, in any of its processes. */
export type Job = JobName & {
  /** In the order in which jobs came; never used again. */
  readonly id: number;
  readonly payload: JobData;
  /** Jobs of one lane of an organisation are done one after another. */
  readonly lane?: string;
  readonly state: JobState;
  /** From when on it may be taken: while it runs, the end of its lease. Absent once it ended. */
  readonly dueAt?: Date;
  /** How often it was taken up; giving it back unharmed does not count. */
  readonly attempts: number;
  /** What went wrong last, also when it went well afterwards. */
  readonly lastError?: string;
  readonly progress?: JobProgress;
  readonly result?: JobData;
  readonly createdAt: Date;
  readonly endedAt?: Date;
};

/** The right to work on a job. Every claim has a higher token, so who was overtaken is known by an old one. */
export type JobLease = { readonly id: number; readonly token: number };

export type ClaimedJob = { readonly job: Job; readonly lease: JobLease };
