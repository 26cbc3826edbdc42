import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SignInTries } from "#db/records";
import type { Store } from "#db/store";
import { hoursLater, now } from "#tests/support/factories";

const seconds = (count: number) => new Date(now.getTime() + count * 1_000);

/** That what several processes count together is counted right. */
export function limitsContract(open: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  describe("tries to sign in", () => {
    const oneMore = (at: Date) => (before: SignInTries | undefined) => ({ count: (before?.count ?? 0) + 1, last: at });
    const count = (key: string, at: Date, over: { mostKept?: number; next?: ReturnType<typeof oneMore> } = {}) =>
      store.signInTries.count({
        key,
        at,
        forgetBefore: new Date(at.getTime() - 3_600_000),
        mostKept: over.mostKept ?? 100,
        next: over.next ?? oneMore(at),
      });

    test("are counted one by one, however many come at once", async () => {
      await Promise.all(Array.from({ length: 12 }, () => count("a", now)));
      expect(await store.signInTries.get("a")).toEqual({ count: 12, last: now });
      expect(await store.signInTries.get("b")).toBeUndefined();
    });

    test("are not counted where one must wait, and forgotten once it went well", async () => {
      const until = seconds(15);
      await count("a", now, { next: () => ({ count: 1, last: now, until }) });
      expect(await store.signInTries.get("a")).toEqual({ count: 1, last: now, until });
      const refused = { key: "a", at: now, forgetBefore: hoursLater(-1), mostKept: 9, next: () => undefined };
      expect(await store.signInTries.count(refused)).toBe(false);
      await count("a", seconds(16));
      expect(await store.signInTries.get("a")).toEqual({ count: 2, last: seconds(16) });
      await store.signInTries.forget("a");
      expect(await store.signInTries.get("a")).toBeUndefined();
    });

    test("are gone after their time, and the oldest when there are too many", async () => {
      for (const [index, key] of ["a", "b", "c"].entries()) await count(key, seconds(index));
      await count("d", seconds(3_602), { mostKept: 2 });
      const kept = await Promise.all(["a", "b", "c", "d"].map((key) => store.signInTries.get(key)));
      expect(kept.map((tries) => tries?.count)).toEqual([undefined, undefined, 1, 1]);
      await count("e", seconds(3_602), { mostKept: 2 });
      expect(await store.signInTries.get("c")).toBeUndefined();
      expect(await store.signInTries.get("d")).toBeDefined();
    });

    test("grow old as all others when the clock was put back", async () => {
      await count("a", hoursLater(1_000));
      await count("b", now);
      expect(await store.signInTries.get("a")).toEqual({ count: 1, last: now });
      await count("b", hoursLater(2));
      expect(await store.signInTries.get("a")).toBeUndefined();
    });
  });

  describe("counts of requests", () => {
    const around = { forgetBefore: hoursLater(-1), forgetAfter: hoursLater(1) };

    test("are said anew by each process, and added up for the others", async () => {
      const { report: tell, readOthers: ofOthers } = store.requestCounts;
      await tell({ process: "one", window: now, counts: [{ key: "a", count: 3 }], ...around });
      await tell({ process: "one", window: now, counts: [{ key: "a", count: 5 }], ...around });
      const counts = [
        { key: "a", count: 10 },
        { key: "b", count: 1 },
      ];
      await tell({ process: "two", window: now, counts, ...around });
      expect(await ofOthers({ process: "one", window: now })).toEqual(expect.arrayContaining(counts));
      expect(await ofOthers({ process: "two", window: now })).toEqual([{ key: "a", count: 5 }]);
      const all = await ofOthers({ process: "three", window: now });
      expect(all.find(({ key }) => key === "a")).toEqual({ key: "a", count: 15 });
      expect(await ofOthers({ process: "two", window: seconds(60) })).toEqual([]);
    });

    test("of windows long ago, or of a time that is still to come, are forgotten", async () => {
      const { report: tell, readOthers: ofOthers } = store.requestCounts;
      for (const window of [hoursLater(-2), now, hoursLater(2)])
        await tell({ process: "one", window, counts: [{ key: "a", count: 3 }], ...around });
      await tell({ process: "two", window: now, counts: [], ...around });
      const told = (window: Date) => ofOthers({ process: "two", window });
      expect(
        [await told(hoursLater(-2)), await told(now), await told(hoursLater(2))].map(({ length }) => length),
      ).toEqual([0, 1, 0]);
    });
  });
}
