import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { RequestCounts } from "#app/adapters/request-counts.server";
import { openStore } from "#db/index";
import type { Store } from "#db/store";
import { now as start } from "#tests/support/factories";
import { quietLog } from "#tests/support/quiet-log";
import { startEchoServer } from "#tests/support/server";

const folder = mkdtempSync(join(tmpdir(), "avow-counts-"));
const stores: Store[] = [];
afterAll(async () => {
  await Promise.all(stores.map((store) => store.close()));
  rmSync(folder, { recursive: true });
});

let files = 0;
/** So many processes on one database file, each with its own store, and with a clock that they share. */
async function processes(count: number, limit = 40) {
  files += 1;
  const file = `file:${join(folder, `${files}.db`)}`;
  let now = start.getTime();
  const all: { counts: RequestCounts; store: Store }[] = [];
  for (let made = 0; made < count; made += 1) {
    const store = await openStore(file);
    stores.push(store);
    all.push({ counts: new RequestCounts({ windowMs: 60_000, limit, now: () => new Date(now) }), store });
  }
  return {
    all,
    exchange: async () => {
      for (const { counts, store } of all) await counts.exchange(store);
    },
    later: (ms: number) => {
      now += ms;
    },
  };
}

const ask = (counts: RequestCounts, times: number, address = "192.0.2.1") => {
  let hits = 0;
  for (let asked = 0; asked < times; asked += 1) hits = counts.increment(address).totalHits;
  return hits;
};

describe("counts of requests", () => {
  test("are those of all processes together, two exchanges later, wherever an address asked", async () => {
    const { all, exchange } = await processes(3);
    const [one, two, three] = all.map(({ counts }) => counts);
    if (!one || !two || !three) throw new Error("three processes");
    expect([ask(one, 10), ask(two, 1), ask(three, 2)]).toEqual([10, 1, 2]);
    await exchange();
    await exchange();
    expect([ask(one, 1), ask(two, 1), ask(three, 1)]).toEqual([14, 14, 14]);
    expect(ask(two, 1, "192.0.2.2")).toBe(1);
    expect(ask(one, 1, "192.0.2.2")).toBe(1);
  });

  test("that came from elsewhere count for an address that is new here", async () => {
    const { all, exchange } = await processes(2);
    const [one, two] = all.map(({ counts }) => counts);
    if (!one || !two) throw new Error("two processes");
    ask(one, 39);
    ask(two, 1, "192.0.2.7");
    await exchange();
    expect(ask(two, 1)).toBe(40);
  });

  test("begin anew at the same instant for all, and forget what was told before", async () => {
    const { all, exchange, later } = await processes(2);
    const [one, two] = all.map(({ counts }) => counts);
    if (!one || !two) throw new Error("two processes");
    later(59_999 - (start.getTime() % 60_000));
    ask(one, 30);
    await exchange();
    expect(one.increment("192.0.2.1").resetTime.getTime() % 60_000).toBe(0);
    later(1);
    expect([ask(one, 1), ask(two, 1)]).toEqual([1, 1]);
    await exchange();
    expect([ask(one, 1), ask(two, 1)]).toEqual([2, 2]);
  });

  test("are written only for addresses near the limit, and only when they changed", async () => {
    const { all } = await processes(1);
    const [one] = all;
    if (!one) throw new Error("one process");
    const tell = vi.fn(one.store.requestCounts.report);
    const ofOthers = vi.fn(one.store.requestCounts.readOthers);
    const exchange = () => one.counts.exchange({ requestCounts: { report: tell, readOthers: ofOthers } });
    await exchange();
    expect(ofOthers).not.toHaveBeenCalled();
    for (let address = 0; address < 50; address += 1) ask(one.counts, 4, `192.0.2.${address}`);
    await exchange();
    expect(tell).not.toHaveBeenCalled();
    ask(one.counts, 1, "192.0.2.3");
    await exchange();
    await exchange();
    expect(tell.mock.calls.map(([{ counts }]) => counts.map(({ count }) => count))).toEqual([[5]]);
  });

  test("go on in each process by itself while the store does not answer, which is said once", async () => {
    const counts = new RequestCounts({ windowMs: 60_000, limit: 40, now: () => start });
    const error = vi.fn();
    const broken = {
      report: () => Promise.reject(new Error("gone")),
      readOthers: () => Promise.reject(new Error("gone")),
    };
    ask(counts, 39);
    const sharing = counts.share({ requestCounts: broken }, { ...quietLog, error });
    await vi.waitFor(() => expect(error).toHaveBeenCalledOnce());
    expect(ask(counts, 1)).toBe(40);
    await sharing.stop();
  });
});

test("two servers on one record hold an address to one limit together", async () => {
  const limit = 24;
  const { all } = await processes(2, limit);
  const servers = await Promise.all(
    all.map(({ counts }) =>
      startEchoServer({ RATE_LIMIT_PER_MINUTE: String(limit) }, () => true, { requestCounts: counts }),
    ),
  );
  const sharing = all.map(({ counts, store }) => counts.share(store, quietLog));
  const statuses: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    for (let asked = 0; asked < 4; asked += 1) {
      for (const { url } of servers) statuses.push((await fetch(`${url}/echo`)).status);
    }
    // As slowly as the bound of a second supposes.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
  }
  await Promise.all([...sharing.map((one) => one.stop()), ...servers.map((server) => server.close(0))]);
  const passed = statuses.filter((status) => status === 200).length;
  expect(passed).toBe(limit);
  expect(statuses.slice(limit).every((status) => status === 429)).toBe(true);
});
