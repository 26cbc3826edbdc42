import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { JobHandler, JobHandlers, JobWork } from "#app/jobs/handler";
import { registry } from "#app/jobs/registry";
import { type JobRunner, MissingHandlerError, type RunnerOptions, startRunner } from "#app/jobs/runner";
import { JobSignals } from "#app/jobs/signals";
import { LeaseLostError } from "#db/errors";
import type { Job } from "#db/records";
import type { NewJob } from "#db/store";
import { type TestContext, testContext } from "#tests/support/context";
import { aJob, hoursLater, now } from "#tests/support/factories";

let ctx: TestContext;
let signals: JobSignals;
let runners: JobRunner[] = [];

beforeEach(async () => {
  ctx = await testContext();
  signals = new JobSignals(ctx.store);
});
afterEach(async () => {
  await Promise.all(runners.map((runner) => runner.stop(0)));
  runners = [];
  await ctx.store.close();
});

const start = async (handlers: JobHandlers, options: RunnerOptions = {}) => {
  const runner = await startRunner(ctx, handlers, { signals, lookEveryMs: 20, ...options });
  runners.push(runner);
  return runner;
};
const handler = (run: JobHandler["run"], over: Partial<JobHandler> = {}): JobHandler => ({
  atOnce: 1,
  waitsMs: [],
  run,
  ...over,
});
const stored = async ({ org, kind, key }: NewJob): Promise<Job | undefined> => ctx.store.jobs.get(org, kind, key);
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

/** Resolves when the signal of some work is aborted; rejects with its reason. */
const abortOf = ({ signal }: JobWork) =>
  new Promise<never>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));

describe("a runner", () => {
  test("does what waits when it starts, and what comes later as soon as it is told", async () => {
    const seen: unknown[] = [];
    const early = aJob({ payload: { page: 1 } });
    await ctx.store.jobs.enqueue(early);
    const count = handler(async (_, { job, progress }) => {
      seen.push(job.payload);
      await progress(1, 2);
      return { result: { pages: 2 } };
    });
    await start({ count }, { lookEveryMs: 60_000 });
    expect(await signals.waitUntilEnded(early, 5_000)).toBe(true);
    expect(await stored(early)).toMatchObject({ state: "done", result: { pages: 2 }, progress: { done: 1, all: 2 } });

    const late = aJob({ payload: { page: 2 } });
    await ctx.store.jobs.enqueue(late);
    signals.wake();
    expect(await signals.waitUntilEnded(late, 5_000)).toBe(true);
    expect(seen).toEqual([{ page: 1 }, { page: 2 }]);
  });

  test("looks again by itself for what another process added", async () => {
    await start({ count: handler(async () => ({})) });
    const job = aJob();
    await ctx.store.jobs.enqueue(job);
    expect(await signals.waitUntilEnded(job, 5_000)).toBe(true);
  });

  test("writes nothing while nothing is due", async () => {
    const claim = vi.fn(ctx.store.jobs.claim);
    const due = vi.fn(ctx.store.jobs.due);
    const jobs = { ...ctx.store.jobs, claim, due };
    await ctx.store.jobs.enqueue(aJob({ dueAt: hoursLater(1) }));
    const options = { signals, lookEveryMs: 5 };
    runners.push(
      await startRunner({ ...ctx, store: { ...ctx.store, jobs } }, { count: handler(async () => ({})) }, options),
    );
    await vi.waitFor(() => expect(due.mock.calls.length).toBeGreaterThan(5));
    expect(claim).not.toHaveBeenCalled();
  });

  test("does at most so many of a kind at once, and one kind does not hold up another", async () => {
    let atWork = 0;
    let most = 0;
    const slow = handler(
      async () => {
        atWork += 1;
        most = Math.max(most, atWork);
        await pause(15);
        atWork -= 1;
        return {};
      },
      { atOnce: 3 },
    );
    const jobs = Array.from({ length: 12 }, () => aJob());
    const other = aJob({ kind: "other" });
    for (const job of [...jobs, other]) await ctx.store.jobs.enqueue(job);
    await start({ count: slow, other: handler(async () => ({})) });
    expect(await signals.waitUntilEnded(other, 5_000)).toBe(true);
    for (const job of jobs) expect(await signals.waitUntilEnded(job, 5_000)).toBe(true);
    expect(most).toBe(3);
  });

  test("tries again after the waits of the kind, and gives up after the last with the error kept", async () => {
    let tries = 0;
    const failing = handler(
      async () => {
        tries += 1;
        throw new Error(`no line, ${tries}`);
      },
      { waitsMs: [60_000, 120_000] },
    );
    const job = aJob();
    await ctx.store.jobs.enqueue(job);
    await start({ count: failing });
    await vi.waitFor(async () => expect(await stored(job)).toMatchObject({ attempts: 1, state: "waiting" }));
    expect(await stored(job)).toMatchObject({ dueAt: minutesLater(1), lastError: "no line, 1" });
    ctx.later(1 / 60);
    await vi.waitFor(async () => expect(await stored(job)).toMatchObject({ attempts: 2, state: "waiting" }));
    expect((await stored(job))?.dueAt).toEqual(minutesLater(3));
    ctx.later(2 / 60);
    expect(await signals.waitUntilEnded(job, 5_000)).toBe(true);
    expect(await stored(job)).toMatchObject({ state: "failed", lastError: "no line, 3", attempts: 3 });
  });

  test("never gives up what must not be given up, and goes on at the pace of the last wait", async () => {
    const job = aJob();
    await ctx.store.jobs.enqueue(job);
    const failing = handler(async () => Promise.reject(new Error("no line")), { waitsMs: [60_000], isEndless: true });
    await start({ count: failing });
    for (const attempts of [1, 2, 3, 4]) {
      const waits = { attempts, state: "waiting", dueAt: minutesLater(attempts) };
      await vi.waitFor(async () => expect(await stored(job)).toMatchObject(waits));
      ctx.later(1 / 60);
    }
  });

  test("does not try again after an error that is final", async () => {
    const refuse = async () => Promise.reject(new RangeError("no such address"));
    const job = aJob();
    await ctx.store.jobs.enqueue(job);
    await start({ count: handler(refuse, { waitsMs: [1, 1], isFinal: (error) => error instanceof RangeError }) });
    expect(await signals.waitUntilEnded(job, 5_000)).toBe(true);
    expect(await stored(job)).toMatchObject({ state: "failed", attempts: 1 });
  });

  test("fails a job that ended the program each time, instead of trying it for ever", async () => {
    const job = aJob({ dueAt: minutesLater(-9) });
    await ctx.store.jobs.enqueue(job);
    const kinds = [{ kind: "count", most: 1 }];
    for (const at of [minutesLater(-2), minutesLater(-1)])
      await ctx.store.jobs.claim({ kinds, now: at, leaseUntil: at });
    let runs = 0;
    const deadly = handler(async () => {
      runs += 1;
      return {};
    });
    await start({ count: deadly });
    expect(await signals.waitUntilEnded(job, 5_000)).toBe(true);
    expect(runs).toBe(0);
    expect(await stored(job)).toMatchObject({
      state: "failed",
      lastError: expect.stringContaining("the program ended"),
    });
  });

  test("counts tries from where a job last came on, whether its process died or it failed", async () => {
    const job = aJob({ dueAt: minutesLater(-99) });
    await ctx.store.jobs.enqueue(job);
    const kinds = [{ kind: "count", most: 1 }];
    for (let death = 1; death <= 9; death += 1) {
      const at = minutesLater(death - 60);
      const [claimed] = await ctx.store.jobs.claim({ kinds, now: at, leaseUntil: at });
      if (claimed && death % 2 === 0) await ctx.store.jobs.progress(claimed.lease, { done: death, all: 99 });
    }
    const failing = handler(
      async (_, { progress }) => {
        await progress(10, 99);
        throw new Error("no line");
      },
      { waitsMs: [60_000, 60_000] },
    );
    await start({ count: failing });
    for (const minute of [1, 2, 3, 4]) {
      const waits = { state: "waiting", attempts: 1, dueAt: minutesLater(minute) };
      await vi.waitFor(async () => expect(await stored(job)).toMatchObject(waits));
      ctx.later(1 / 60);
    }
  });

  test("takes up what a dead process left, once its lease is over", async () => {
    const job = aJob();
    await ctx.store.jobs.enqueue(job);
    const leaseUntil = new Date(now.getTime() + 30_000);
    await ctx.store.jobs.claim({ kinds: [{ kind: "count", most: 1 }], now, leaseUntil });
    await start({ count: handler(async () => ({}), { waitsMs: [1] }) });
    expect(await signals.waitUntilEnded(job, 200)).toBe(false);
    ctx.later(30 / 3_600);
    expect(await signals.waitUntilEnded(job, 5_000)).toBe(true);
    expect(await stored(job)).toMatchObject({ state: "done", attempts: 2 });
  });
});

describe("the lease of a job", () => {
  test("is renewed while it is worked on, so that nobody else takes it", async () => {
    const own = { ...ctx, clock: { now: () => new Date() } };
    let runs = 0;
    const slow = handler(async () => {
      runs += 1;
      await pause(600);
      return {};
    });
    const job = aJob({ dueAt: new Date() });
    await ctx.store.jobs.enqueue(job);
    const options = { lookEveryMs: 20, leaseMs: 200, renewEveryMs: 40 };
    for (let process = 0; process < 2; process += 1) runners.push(await startRunner(own, { count: slow }, options));
    expect(await signals.waitUntilEnded(job, 10_000)).toBe(true);
    expect(runs).toBe(1);
    expect(await stored(job)).toMatchObject({ state: "done", attempts: 1 });
  });

  test("that was lost tells the work to end, and nothing of it is kept", async () => {
    let reason: unknown;
    const job = aJob();
    await ctx.store.jobs.enqueue(job);
    let begun = () => {};
    const working = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const count = handler(async (_, work) => {
      begun();
      await abortOf(work).catch((error: unknown) => {
        reason = error;
      });
      return { result: { mine: true } };
    });
    await start({ count }, { renewEveryMs: 20 });
    await working;
    const kinds = [{ kind: "count", most: 1 }];
    const [other] = await ctx.store.jobs.claim({ kinds, now: hoursLater(1), leaseUntil: hoursLater(2) });
    await vi.waitFor(() => expect(reason).toBeInstanceOf(LeaseLostError));
    if (other === undefined) throw new Error("it was to be taken over");
    await ctx.store.jobs.finish(other.lease, { at: now, result: { theirs: true } });
    await pause(50);
    expect(await stored(job)).toMatchObject({ state: "done", result: { theirs: true } });
  });
});

describe("a kind of job", () => {
  test("that this program cannot do stops the start in plain words", async () => {
    await ctx.store.jobs.enqueue(aJob({ kind: "from-the-future" }));
    const starting = startRunner(ctx, { count: handler(async () => ({})) });
    await expect(starting).rejects.toBeInstanceOf(MissingHandlerError);
    await expect(starting).rejects.toThrow(/from-the-future.*Start the version that added them/);
  });

  test("that is paused waits, and does not stop the start", async () => {
    const [paused, other] = [aJob(), aJob({ kind: "other" })];
    for (const job of [paused, other]) await ctx.store.jobs.enqueue(job);
    const handlers = { count: handler(async () => ({})), other: handler(async () => ({})) };
    await start(handlers, { paused: ["count"] });
    expect(await signals.waitUntilEnded(other, 5_000)).toBe(true);
    expect(await stored(paused)).toMatchObject({ state: "waiting", attempts: 0 });
  });

  test("that recurs is done once each time, by one of all processes, also after it failed", async () => {
    const runs: Date[] = [];
    const daily = handler(
      async () => {
        runs.push(ctx.clock.now());
        if (runs.length === 2) throw new Error("not today");
        return { result: { run: runs.length } };
      },
      { everyMs: 24 * 3_600_000 },
    );
    for (let process = 0; process < 3; process += 1) await start({ count: daily });
    for (let day = 1; day <= 3; day += 1) {
      await vi.waitFor(async () =>
        expect((await ctx.store.jobs.get("", "count", ""))?.dueAt).toEqual(hoursLater(day * 24)),
      );
      await pause(60);
      expect(runs).toHaveLength(day);
      ctx.later(24);
    }
    expect(await ctx.store.jobs.get("", "count", "")).toMatchObject({ lastError: "not today", result: { run: 3 } });
  });
});

describe("stopping", () => {
  test("lets work come to an end, and gives back what says that it did not", async () => {
    const [whole, half, endless] = ["whole", "half", "endless"].map((kind) => aJob({ kind }));
    if (!whole || !half || !endless) throw new Error("three jobs");
    for (const job of [whole, half, endless]) await ctx.store.jobs.enqueue(job);
    let begun = 0;
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const begin = () => {
      begun += 1;
    };
    const runner = await start({
      whole: handler(async (_, work) => {
        begin();
        await abortOf(work).catch(() => pause(30));
        return { result: { whole: true } };
      }),
      half: handler(async (_, work) => {
        begin();
        return abortOf(work);
      }),
      endless: handler(async () => {
        begin();
        await released;
        return { result: { late: true } };
      }),
    });
    await vi.waitFor(() => expect(begun).toBe(3));
    await runner.stop(200);
    expect(await stored(whole)).toMatchObject({ state: "done", result: { whole: true } });
    for (const job of [half, endless])
      expect(await stored(job)).toMatchObject({ state: "waiting", attempts: 0, dueAt: now });
    release();
    await pause(30);
    expect((await stored(endless))?.result).toBeUndefined();
  });
});

describe("the jobs of this program", () => {
  test("clear away what is no longer needed, and are due again in their time", async () => {
    const old = aJob();
    await ctx.store.jobs.enqueue(old);
    const [claimed] = await ctx.store.jobs.claim({ kinds: [{ kind: "count", most: 1 }], now, leaseUntil: now });
    if (claimed === undefined) throw new Error("it was to be claimed");
    await ctx.store.jobs.finish(claimed.lease, { at: hoursLater(-7 * 24 - 1) });
    await start(registry);
    const recurring = Object.entries(registry).flatMap(([kind, { everyMs }]) => (everyMs ? [kind] : []));
    expect(recurring).toEqual([
      ...[
        "evidence.sweep",
        "leftovers.forget",
        "suppliers.expect",
        "backup.make",
        "retention.apply",
        "actions.follow",
        "campaigns.remind",
        "times.measure",
        "jobs.forget",
      ],
    ]);
    for (const kind of recurring) {
      const hourly = ["leftovers.forget", "suppliers.expect", "backup.make", "actions.follow"];
      const again = hoursLater(kind === "campaigns.remind" ? 1 / 60 : hourly.includes(kind) ? 1 : 24);
      await vi.waitFor(async () => expect((await ctx.store.jobs.get("", kind, ""))?.dueAt).toEqual(again));
    }
    expect(await stored(old)).toBeUndefined();
    expect((await ctx.store.jobs.get("", "jobs.forget", ""))?.result).toEqual({ forgotten: 1 });
  });
});
