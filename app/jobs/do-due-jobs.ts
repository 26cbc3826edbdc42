import type { ServiceContext } from "#app/services/context/contexts";
import type { JobHandlers } from "./handler";
import { runJob } from "./run-job";

const leaseMs = 600_000;

/**
 * Does all jobs that are due by the clock of the context, and those that come of them, one after the other, beside no runner:
 * for commands and tests, which go on when the work is done. Returns how many were done or tried.
 */
export async function doDueJobs(
  ctx: ServiceContext,
  handlers: JobHandlers,
  { paused = [] }: { paused?: readonly string[] } = {},
): Promise<number> {
  const kinds = Object.keys(handlers).filter((kind) => !paused.includes(kind));
  let done = 0;
  for (;;) {
    const now = ctx.clock.now();
    const leaseUntil = new Date(now.getTime() + leaseMs);
    const due = await ctx.store.jobs.due({ kinds, now });
    const most = due.slice(0, 1).map((kind) => ({ kind, most: 1 }));
    const [claimed] = await ctx.store.jobs.claim({ kinds: most, now, leaseUntil });
    if (claimed === undefined) return done;
    const { job, lease } = claimed;
    const handler = handlers[job.kind];
    if (handler === undefined) throw new Error(`no handler for ${job.kind}`);
    const progress = (done: number, all: number) => ctx.store.jobs.progress(lease, { done, all });
    await runJob(ctx, handler, { job, lease, signal: new AbortController().signal, progress });
    done += 1;
  }
}
