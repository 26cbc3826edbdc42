import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { LeaseLostError } from "#db/errors";
import type { ClaimedJob, JobLease } from "#db/records";
import type { NewJob, Store } from "#db/store";
import { aJob, anEvent, hoursLater, now } from "#tests/support/factories";
import { createOrganisation } from "#tests/support/world";

const seconds = (count: number) => new Date(now.getTime() + count * 1_000);
const name = ({ org, kind, key }: NewJob) => [org, kind, key] as const;

/** That the jobs of a store are each done by one at a time, and by nobody twice. */
export function jobsContract(open: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  const claim = (over: Partial<{ kind: string; most: number; at: Date; until: Date }> = {}) =>
    store.jobs.claim({
      kinds: [{ kind: over.kind ?? "count", most: over.most ?? 10 }],
      now: over.at ?? now,
      leaseUntil: over.until ?? seconds(30),
    });
  const claimOne = async (at = now, until = new Date(at.getTime() + 30_000)): Promise<ClaimedJob> => {
    const [claimed, ...others] = await claim({ at, until });
    if (claimed === undefined || others.length > 0) throw new Error("exactly one was to be claimed");
    return claimed;
  };
  const enqueue = async (...jobs: readonly NewJob[]) => {
    for (const job of jobs) await store.jobs.enqueue(job);
  };
  const keys = (claimed: readonly ClaimedJob[]) => claimed.map(({ job }) => job.key);
  const due = (at: Date, kinds = ["count", "other"]) => store.jobs.due({ kinds, now: at });

  describe("a job", () => {
    test("waits with all that it was told, until it is due", async () => {
      const job = aJob({ payload: { page: 3, name: "a\u0000b" }, dueAt: seconds(1) });
      expect(await store.jobs.enqueue(job)).toBe(true);
      expect(await store.jobs.get(...name(job))).toEqual({
        ...job,
        id: expect.any(Number),
        state: "waiting",
        attempts: 0,
      });
      expect(await due(now)).toEqual([]);
      expect(await claim()).toEqual([]);
      expect(await due(seconds(1))).toEqual(["count"]);
      expect(await claim({ kind: "other", at: seconds(1) })).toEqual([]);
      const { job: claimed } = await claimOne(seconds(1));
      expect(claimed).toMatchObject({ state: "running", attempts: 1, payload: job.payload, dueAt: seconds(31) });
    });

    test("is the same by organisation, kind and key, and is then done once", async () => {
      const job = aJob({ payload: { first: true } });
      expect(await store.jobs.enqueue(job)).toBe(true);
      expect(await store.jobs.enqueue({ ...job, payload: {} })).toBe(false);
      await claimOne();
      expect(await store.jobs.enqueue({ ...job, payload: {} })).toBe(false);
      expect((await store.jobs.get(...name(job)))?.payload).toEqual({ first: true });
      for (const other of [{ org: "organisation-9" }, { kind: "other" }, { key: "another" }])
        expect(await store.jobs.enqueue({ ...job, ...other })).toBe(true);
      expect((await store.jobs.kinds()).toSorted()).toEqual(["count", "other"]);
    });

    test("that was ordered leaves the events of whoever ordered it, once", async () => {
      const org = (await createOrganisation(store)).organisation.id;
      const job = aJob();
      const trail = () => store.audit.trail(org, { most: 10 });
      const before = (await trail()).length;
      expect(await store.jobs.enqueueAudited({ ...job, org }, [anEvent()])).toBe(true);
      expect(await store.jobs.enqueueAudited({ ...job, org }, [anEvent()])).toBe(false);
      expect(await trail()).toHaveLength(before + 1);
    });

    test("that ended keeps what came of it, and is replaced by a new one of its name", async () => {
      const job = aJob();
      await enqueue(job);
      const { lease } = await claimOne();
      await store.jobs.progress(lease, { done: 1, all: 2 });
      expect((await store.jobs.get(...name(job)))?.progress).toEqual({ done: 1, all: 2 });
      await store.jobs.finish(lease, { at: seconds(5), result: { found: 7 } });
      const ended = { state: "done", result: { found: 7 }, endedAt: seconds(5), attempts: 1 };
      expect(await store.jobs.get(...name(job))).toMatchObject(ended);
      expect(await due(hoursLater(9))).toEqual([]);
      expect(await store.jobs.kinds()).toEqual([]);

      expect(await store.jobs.enqueue({ ...job, payload: { again: true }, dueAt: seconds(9) })).toBe(true);
      expect(await store.jobs.get(...name(job))).toEqual({
        ...job,
        id: expect.any(Number),
        payload: { again: true },
        dueAt: seconds(9),
        state: "waiting",
        attempts: 0,
      });
      const anew = await claimOne(seconds(9));
      expect(anew.lease.token).toBeGreaterThan(lease.token);
      await expect(store.jobs.finish(lease, { at: seconds(9) })).rejects.toBeInstanceOf(LeaseLostError);
    });

    test("that failed is tried again when it is due again, and not after it was given up", async () => {
      const job = aJob();
      await enqueue(job);
      await store.jobs.retry((await claimOne()).lease, { dueAt: seconds(60), error: "no line" });
      expect(await store.jobs.get(...name(job))).toMatchObject({ state: "waiting", attempts: 1, lastError: "no line" });
      expect(await claim({ at: seconds(59) })).toEqual([]);
      const { job: again, lease } = await claimOne(seconds(60));
      expect(again.attempts).toBe(2);
      await store.jobs.giveUp(lease, { at: seconds(61), error: "no such address" });
      expect(await store.jobs.get(...name(job))).toMatchObject({
        state: "failed",
        lastError: "no such address",
        endedAt: seconds(61),
      });
      expect(await claim({ at: hoursLater(99) })).toEqual([]);
    });

    test("that came on counts as tried once", async () => {
      const job = aJob();
      await enqueue(job);
      for (const at of [0, 30, 60]) await claimOne(seconds(at));
      const { lease, job: claimed } = await claimOne(seconds(90));
      expect(claimed.attempts).toBe(4);
      await store.jobs.progress(lease, { done: 1, all: 2 });
      expect(await store.jobs.get(...name(job))).toMatchObject({ state: "running", attempts: 1 });
      expect((await claimOne(seconds(120))).job).toMatchObject({ attempts: 2, progress: { done: 1, all: 2 } });
    });

    test("that was given back counts as not taken up", async () => {
      const job = aJob();
      await enqueue(job);
      const { lease } = await claimOne();
      await store.jobs.giveBack(lease, seconds(1));
      expect(await store.jobs.get(...name(job))).toMatchObject({ state: "waiting", attempts: 0, dueAt: seconds(1) });
      await expect(store.jobs.renew(lease, seconds(90))).rejects.toBeInstanceOf(LeaseLostError);
    });

    test("that recurs waits for its next time instead of ending", async () => {
      const job = aJob();
      await enqueue(job);
      const { lease } = await claimOne();
      await store.jobs.finish(lease, { at: seconds(2), result: { removed: 1 }, againAt: hoursLater(24) });
      const kept = await store.jobs.get(...name(job));
      expect(kept).toMatchObject({ state: "waiting", attempts: 0, result: { removed: 1 }, dueAt: hoursLater(24) });
      expect(kept?.endedAt).toBeUndefined();
      expect((await claimOne(hoursLater(24))).lease.token).toBeGreaterThan(lease.token);
    });

    test("that ended long ago is forgotten, the oldest first, and none that waits", async () => {
      const jobs = [aJob(), aJob(), aJob()];
      await enqueue(...jobs, aJob({ dueAt: hoursLater(1) }));
      for (const [index, { lease }] of (await claim()).entries())
        await store.jobs.finish(lease, { at: seconds(index) });
      expect(await store.jobs.forget({ before: seconds(2), most: 1 })).toBe(1);
      expect(await store.jobs.forget({ before: seconds(2), most: 9 })).toBe(1);
      expect(await store.jobs.forget({ before: seconds(2), most: 9 })).toBe(0);
      const left = await Promise.all(jobs.map((job) => store.jobs.get(...name(job))));
      expect(left.map((job) => job?.state)).toEqual([undefined, undefined, "done"]);
      expect(await store.jobs.kinds()).toEqual(["count"]);
    });

    test("of one organisation is not there for another", async () => {
      const job = aJob({ org: "organisation-1" });
      await enqueue(job);
      expect(await store.jobs.get("organisation-2", job.kind, job.key)).toBeUndefined();
      expect(await store.jobs.get("", job.kind, job.key)).toBeUndefined();
    });
  });

  describe("claiming", () => {
    test("takes those due for longest, at most so many of each kind", async () => {
      const late = aJob({ dueAt: seconds(-10) });
      const later = aJob({ dueAt: seconds(-20) });
      const first = aJob({ dueAt: seconds(-20) });
      await enqueue(late, later, first, aJob({ kind: "other" }), aJob({ kind: "other" }));
      const kinds = [
        { kind: "count", most: 2 },
        { kind: "other", most: 1 },
      ];
      const claimed = await store.jobs.claim({ kinds, now, leaseUntil: seconds(30) });
      expect(keys(claimed).slice(0, 2)).toEqual([later.key, first.key]);
      expect(claimed.map(({ job }) => job.kind)).toEqual(["count", "count", "other"]);
    });

    test("by many at once gives each job to one of them", async () => {
      const jobs = Array.from({ length: 40 }, () => aJob());
      await enqueue(...jobs);
      const rounds = await Promise.all(Array.from({ length: 20 }, () => claim({ most: 4 })));
      const claimed = keys(rounds.flat());
      expect(new Set(claimed).size).toBe(claimed.length);
      const rest = await claim({ most: 100 });
      expect([...claimed, ...keys(rest)].toSorted()).toEqual(jobs.map(({ key }) => key).toSorted());
    });

    test("takes up what was left when its lease is over, and refuses who held it in all that they do", async () => {
      await enqueue(aJob());
      const { lease: old } = await claimOne(now, seconds(30));
      expect(await claim({ at: seconds(29) })).toEqual([]);
      expect(await due(seconds(29))).toEqual([]);
      const { job, lease } = await claimOne(seconds(30));
      expect(job.attempts).toBe(2);
      expect(lease).toEqual({ id: old.id, token: old.token + 1 });
      const tries: readonly ((held: JobLease) => Promise<void>)[] = [
        (held) => store.jobs.renew(held, seconds(90)),
        (held) => store.jobs.progress(held, { done: 1, all: 1 }),
        (held) => store.jobs.retry(held, { dueAt: now, error: "?" }),
        (held) => store.jobs.giveBack(held, now),
        (held) => store.jobs.giveUp(held, { at: now, error: "?" }),
        (held) => store.jobs.finish(held, { at: now }),
      ];
      for (const change of tries) await expect(change(old)).rejects.toBeInstanceOf(LeaseLostError);
      expect(await store.jobs.get(job.org, job.kind, job.key)).toEqual(job);
      await store.jobs.finish(lease, { at: seconds(31) });
      for (const change of tries) await expect(change(lease)).rejects.toBeInstanceOf(LeaseLostError);
    });

    test("leaves alone what is renewed, and lets somebody go on whose lease is over while nobody took it", async () => {
      await enqueue(aJob());
      const { lease } = await claimOne(now, seconds(30));
      await store.jobs.renew(lease, seconds(60));
      expect(await claim({ at: seconds(59) })).toEqual([]);
      await store.jobs.finish(lease, { at: seconds(70) });
      expect(await claim({ at: seconds(90) })).toEqual([]);
    });
  });

  describe("a lane", () => {
    const inLane = (over: Partial<NewJob> = {}) => aJob({ lane: "imports", ...over });

    test("lets one through at a time, even for many who claim at once, and holds up nobody else", async () => {
      const lane = [inLane(), inLane(), inLane()];
      const elsewhere = [inLane({ org: "organisation-2" }), inLane({ lane: "exports" }), aJob()];
      await enqueue(...lane, ...elsewhere);
      const claimed = (await Promise.all(Array.from({ length: 5 }, () => claim()))).flat();
      expect(keys(claimed).toSorted()).toEqual([lane[0], ...elsewhere].map((job) => job?.key).toSorted());
      expect(await due(now)).toEqual([]);
      const [first] = claimed;
      if (first === undefined) throw new Error("one was claimed");
      await store.jobs.finish(first.lease, { at: now });
      expect(await due(now)).toEqual(["count"]);
      expect(keys(await claim())).toEqual([lane[1]?.key]);
    });

    test("is full of what was left in it until that was taken up again", async () => {
      const left = inLane();
      await enqueue(left, inLane({ dueAt: seconds(-60) }));
      const [first] = await claim({ until: seconds(30) });
      expect(first?.job.key).not.toBe(left.key);
      const again = await claim({ at: seconds(31), until: seconds(61) });
      expect(keys(again)).toEqual([first?.job.key]);
    });

    test("is free again after a retry, a failure and a giving back", async () => {
      await enqueue(inLane(), inLane(), inLane(), inLane());
      const take = async () => (await claimOne()).lease;
      await store.jobs.retry(await take(), { dueAt: hoursLater(1), error: "later" });
      await store.jobs.giveUp(await take(), { at: now, error: "never" });
      await store.jobs.giveBack(await take(), hoursLater(1));
      expect(await claim()).toHaveLength(1);
    });
  });
}
