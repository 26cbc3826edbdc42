import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Transaction } from "#db/database/transaction";
import { WaitingWriteError } from "#db/errors";
import { eventInsert } from "#db/queries/audit-events";
import { type Handle, openWriter } from "#db/sqlite/connection";
import { migrate } from "#db/sqlite/migrate";
import { tables } from "#db/sqlite/schema";
import { WriteQueue } from "#db/sqlite/writes/queue";
import { anEvent, anOrganisation } from "#tests/support/factories";

describe("the body of a write in SQLite", () => {
  let handle: Handle;
  let queue: WriteQueue;
  beforeEach(() => {
    handle = openWriter(":memory:");
    migrate(handle);
    queue = new WriteQueue(handle, eventInsert(tables));
  });
  afterEach(async () => {
    await queue.close();
    handle.close();
  });

  const add = (tx: Transaction, id: string) => tx.insert(tables.organisations).values(anOrganisation({ id }));
  const kept = () => handle.prepare("SELECT org FROM organisations ORDER BY org").pluck().all();
  const events = () => handle.prepare("SELECT count(*) FROM audit_events").pluck().get();
  const write = (id: string, before?: Promise<unknown>) =>
    queue.write(id, anEvent(), async (tx) => {
      await add(tx, id);
      await before;
    });

  test("that waits for a timer is refused, keeps nothing, and holds up nobody", async () => {
    let over = false;
    const timer = pause(200).then(() => {
      over = true;
    });
    const [waiting, other] = await Promise.allSettled([write("waits", timer), write("other")]);
    expect(over).toBe(false);
    expect(waiting).toMatchObject({ status: "rejected", reason: expect.any(WaitingWriteError) });
    expect(other.status).toBe("fulfilled");
    expect(kept()).toEqual(["other"]);
    expect(events()).toBe(1);
    await timer;
  });

  test("that waits for another write of the queue is refused instead of standing still with it", async () => {
    const nested = queue.write("outer", anEvent(), async (tx) => {
      await add(tx, "outer");
      await write("inner");
    });
    await expect(nested).rejects.toBeInstanceOf(WaitingWriteError);
    await queue.close();
    expect(kept()).toEqual(["inner"]);
  });

  test("that was refused can write no more, not even while another body runs", async () => {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    let late: Promise<unknown> | undefined;
    const refused = queue.write("refused", anEvent(), (tx) => {
      late = released.then(() => add(tx, "late"));
      return late.then(() => undefined);
    });
    await expect(refused).rejects.toBeInstanceOf(WaitingWriteError);
    await queue.write("next", anEvent(), async (tx) => {
      release();
      await add(tx, "next");
      await expect(late).rejects.toThrow("outside of the write that it belongs to");
      await add(tx, "and more");
    });
    expect(kept()).toEqual(["and more", "next"]);
  });

  test("can not leave a query behind that runs after it", async () => {
    let left: Transaction | undefined;
    await queue.write("first", anEvent(), async (tx) => {
      await add(tx, "first");
      left = tx;
    });
    await expect(left && add(left, "left behind")).rejects.toThrow("outside of the write that it belongs to");
    expect(kept()).toEqual(["first"]);
  });

  test("in steps that waits is refused as a whole", async () => {
    const steps = queue.writeInSteps("steps", async function* (tx) {
      await add(tx, "steps");
      yield [anEvent()];
      await pause(50);
      yield [];
    });
    await expect(steps).rejects.toBeInstanceOf(WaitingWriteError);
    await write("after");
    expect(kept()).toEqual(["after"]);
    expect(events()).toBe(1);
  });
});
