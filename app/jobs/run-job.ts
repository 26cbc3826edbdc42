import type { ServiceContext } from "#app/services/context/contexts";
import { LeaseLostError } from "#db/errors";
import type { JobHandler, JobWork } from "./handler";

/** The reason of the signal when the program stops. */
export class StoppingError extends Error {
  override readonly name = "StoppingError";
}

const longestMessage = 300;

function after(ctx: ServiceContext, ms: number): Date {
  return new Date(ctx.clock.now().getTime() + ms);
}

/** Does one claimed job, and writes down how it went. Throws only what goes wrong with the writing down. */
export async function runJob(ctx: ServiceContext, handler: JobHandler, work: JobWork): Promise<void> {
  const { job, lease, signal } = work;
  // Whoever took it up died each time, and would again. One that recurs has time until its next turn.
  if (handler.everyMs === undefined && !handler.isEndless && job.attempts > handler.waitsMs.length + 1) {
    return fail(ctx, handler, work, new Error("the program ended each time while it did this"));
  }
  try {
    const outcome = await handler.run(ctx, work);
    if (outcome === "recorded") return;
    const { result } = outcome;
    const againAt = handler.everyMs === undefined ? undefined : (outcome.againAt ?? after(ctx, handler.everyMs));
    await ctx.store.jobs.finish(lease, { at: ctx.clock.now(), result, againAt });
  } catch (error) {
    if (error instanceof LeaseLostError) throw error;
    if (error instanceof StoppingError && signal.aborted) return ctx.store.jobs.giveBack(lease, ctx.clock.now());
    await fail(ctx, handler, work, error);
  }
}

/** Lets it be tried again, or not. */
async function fail(
  ctx: ServiceContext,
  { waitsMs, isFinal, isEndless, everyMs }: JobHandler,
  { job, lease }: JobWork,
  error: unknown,
): Promise<void> {
  const { org, kind, key } = job;
  // As it stands on record: tries from before it came on do not count.
  const { attempts } = (await ctx.store.jobs.get(org, kind, key)) ?? job;
  const next = waitsMs[attempts - 1] ?? (isEndless ? waitsMs.at(-1) : undefined);
  const wait = (isFinal?.(error) ? undefined : next) ?? everyMs;
  const said = (error instanceof Error ? error.message : String(error)).slice(0, longestMessage);
  const about = { err: error, org, kind, key, attempts };
  if (wait === undefined) {
    ctx.log.error(about, "a job failed and is not tried again");
    await ctx.store.jobs.giveUp(lease, { at: ctx.clock.now(), error: said });
  } else {
    ctx.log.warn(about, "a job failed and is tried again");
    await ctx.store.jobs.retry(lease, { dueAt: after(ctx, wait), error: said });
  }
}
