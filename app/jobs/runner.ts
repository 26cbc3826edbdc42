import type { ServiceContext } from "#app/services/context/contexts";
import { LeaseLostError } from "#db/errors";
import type { ClaimedJob, JobLease } from "#db/records";
import type { JobHandlers } from "./handler";
import { Pause } from "./pause";
import { runJob, StoppingError } from "./run-job";
import type { JobSignals } from "./signals";

export type RunnerOptions = {
  /** Woken and told by these; without them it only looks from time to time. */
  readonly signals?: JobSignals;
  /** Kinds that wait although they have a handler, such as mail without a mail server. */
  readonly paused?: readonly string[];
  /** How long a job is ours after we took it or renewed it. */
  readonly leaseMs?: number;
  readonly renewEveryMs?: number;
  readonly lookEveryMs?: number;
};

export type JobRunner = {
  /** Lets those at work come to an end, at most so many milliseconds, and gives back what did not. */
  stop(patienceMs?: number): Promise<void>;
};

/** A job waits that nothing in this program can do; the message says what to do about it. */
export class MissingHandlerError extends Error {
  override readonly name = "MissingHandlerError";
}

type Running = {
  readonly kind: string;
  readonly lease: JobLease;
  readonly abort: AbortController;
  over: Promise<void>;
};

/**
 * Does the jobs of the store, beside any number of other processes: looks at once, whenever it is woken, and every two
 * seconds, and writes only when something is due. A dead process's jobs are due again when their lease is over, so they are
 * taken up 32 seconds after it at the latest, if a process is below its limit. The clocks of all processes must agree to a few
 * seconds.
 * @throws {MissingHandlerError} when jobs wait that nobody here can do
 */
export async function startRunner(
  ctx: ServiceContext,
  handlers: JobHandlers,
  options: RunnerOptions = {},
): Promise<JobRunner> {
  const unknown = (await ctx.store.jobs.kinds()).filter((kind) => !Object.hasOwn(handlers, kind));
  if (unknown.length > 0) {
    throw new MissingHandlerError(
      `Jobs wait in the database that this version of the program cannot do (${unknown.join(", ")}). Start the version that added them, or a newer one.`,
    );
  }
  for (const [kind, { everyMs }] of Object.entries(handlers)) {
    const now = ctx.clock.now();
    if (everyMs === undefined) continue;
    await ctx.store.jobs.enqueue({ org: "", kind, key: "", payload: {}, dueAt: now, createdAt: now });
  }
  return new Runner(ctx, handlers, options);
}

class Runner implements JobRunner {
  readonly #running = new Set<Running>();
  readonly #pause = new Pause();
  readonly #leaseMs: number;
  readonly #renewEveryMs: number;
  readonly #lookEveryMs: number;
  readonly #kinds: readonly string[];
  readonly #looking: Promise<void>;
  #renewedAt = performance.now();
  #stopping = false;

  constructor(
    private readonly ctx: ServiceContext,
    private readonly handlers: JobHandlers,
    private readonly options: RunnerOptions,
  ) {
    this.#leaseMs = options.leaseMs ?? 30_000;
    this.#renewEveryMs = options.renewEveryMs ?? this.#leaseMs / 3;
    this.#lookEveryMs = options.lookEveryMs ?? 2_000;
    this.#kinds = Object.keys(handlers).filter((kind) => !options.paused?.includes(kind));
    options.signals?.onWake(() => this.#pause.wake());
    this.#looking = this.#lookAgainAndAgain();
  }

  async stop(patienceMs = 10_000): Promise<void> {
    this.#stopping = true;
    this.#pause.wake();
    await this.#looking;
    await this.#renew();
    for (const { abort } of this.#running) abort.abort(new StoppingError("the program stops"));
    const patience = new Pause();
    const all = Promise.allSettled([...this.#running].map(({ over }) => over)).then(() => patience.wake());
    await Promise.race([all, patience.wait(patienceMs)]);
    patience.wake();
    const left = [...this.#running].map(({ lease }) => this.ctx.store.jobs.giveBack(lease, this.ctx.clock.now()));
    await Promise.allSettled(left);
  }

  async #lookAgainAndAgain(): Promise<void> {
    while (!this.#stopping) {
      try {
        // First: what this process still works on must not look abandoned to itself.
        if (performance.now() - this.#renewedAt >= this.#renewEveryMs) await this.#renew();
        await this.#look();
      } catch (error) {
        this.ctx.log.error({ err: error }, "could not look for jobs");
      }
      await this.#pause.wait(Math.min(this.#lookEveryMs, this.#renewEveryMs));
    }
  }

  async #look(): Promise<void> {
    const free = this.#kinds.map((kind) => ({ kind, most: this.#freeFor(kind) })).filter(({ most }) => most > 0);
    const now = this.ctx.clock.now();
    const due = await this.ctx.store.jobs.due({ kinds: free.map(({ kind }) => kind), now });
    if (due.length === 0) return;
    const kinds = free.filter(({ kind }) => due.includes(kind));
    const claimed = await this.ctx.store.jobs.claim({ kinds, now, leaseUntil: this.#leaseEnd() });
    for (const one of claimed) this.#begin(one);
  }

  #freeFor(kind: string): number {
    const busy = [...this.#running].filter((running) => running.kind === kind).length;
    return (this.handlers[kind]?.atOnce ?? 0) - busy;
  }

  #leaseEnd(): Date {
    return new Date(this.ctx.clock.now().getTime() + this.#leaseMs);
  }

  #begin({ job, lease }: ClaimedJob): void {
    const handler = this.handlers[job.kind];
    if (handler === undefined) throw new Error(`claimed a job of the kind ${job.kind}, which was not asked for`);
    const abort = new AbortController();
    const running: Running = { kind: job.kind, lease, abort, over: Promise.resolve() };
    const progress = (done: number, all: number) => this.ctx.store.jobs.progress(lease, { done, all });
    this.#running.add(running);
    running.over = runJob(this.ctx, handler, { job, lease, signal: abort.signal, progress })
      .catch((error: unknown) => {
        const { kind, key } = job;
        // Of a job that was given back when the program stopped, nothing more is expected.
        if (this.#stopping) this.ctx.log.debug({ err: error, kind, key }, "a job was left");
        else if (error instanceof LeaseLostError)
          this.ctx.log.warn({ kind, key }, "a job was taken over by another process");
        else this.ctx.log.error({ err: error, kind, key }, "what became of a job could not be kept");
      })
      .finally(() => {
        this.#running.delete(running);
        this.options.signals?.jobEnded();
        this.#pause.wake();
      });
  }

  async #renew(): Promise<void> {
    this.#renewedAt = performance.now();
    const until = this.#leaseEnd();
    await Promise.all(
      [...this.#running].map(({ lease, abort }) =>
        this.ctx.store.jobs.renew(lease, until).catch((error: unknown) => {
          if (error instanceof LeaseLostError) abort.abort(error);
          else this.ctx.log.error({ err: error }, "the lease of a job could not be renewed");
        }),
      ),
    );
  }
}
