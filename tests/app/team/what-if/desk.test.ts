import { expect, test } from "vitest";
import { TrialDesk, type TrialWorker } from "#app/adapters/trials/trial-desk";
import type { TrialMessage } from "#app/services/context/resources/threads/rule-trials";
import { noCounts } from "#scoring/trial/tally";

/** A worker that does what it is told to, when it is told. */
function worker() {
  const begun: { say(message: TrialMessage): void; isEnded: boolean }[] = [];
  const works: TrialWorker = {
    prepare: () => {},
    begin(_, say) {
      const task = { say, isEnded: false };
      begun.push(task);
      return {
        end: () => {
          task.isEnded = true;
        },
      };
    },
  };
  return { begun, works };
}

const done: TrialMessage = { counts: { ...noCounts(), tried: 3 }, movers: [], isDone: true };
const rated = async () => ({ all: 3, middle: "m" });
const limits = { leftMs: 40, keptMs: 10_000, kept: 4 };
const order = (org: string, edition: string) => ({ org, edition });

test("one person's next trial takes the place of their last, and another person's waits", async () => {
  const { begun, works } = worker();
  const desk = new TrialDesk([works], rated, { ...limits, leftMs: 10_000 });
  expect((await desk.look(order("o", "a"), "me", 1)).stage).toBe("at-work");
  expect((await desk.look(order("o", "a"), "other", 1)).stage).toBe("at-work");
  expect(begun).toHaveLength(1);
  expect((await desk.look(order("o", "b"), "other", 1)).stage).toBe("waiting");
  expect((await desk.look(order("elsewhere", "a"), "other", 1)).stage).toBe("waiting");
  expect((await desk.look(order("o", "b"), "me", 1)).stage).toBe("at-work");
  expect(begun.map(({ isEnded }) => isEnded)).toEqual([true, false]);
  begun[1]?.say(done);
  expect(await desk.look(order("o", "b"), "me", 1)).toMatchObject({ stage: "done", all: 3, counts: { tried: 3 } });
  expect((await desk.look(order("o", "c"), "other", 1)).stage).toBe("at-work");
});

test("what nobody looks at ends, and begins anew when somebody does", async () => {
  const { begun, works } = worker();
  const desk = new TrialDesk([works], rated, limits);
  await desk.look(order("o", "a"), "me", 1);
  await expect.poll(() => begun[0]?.isEnded).toBe(true);
  begun[0]?.say(done);
  expect((await desk.look(order("o", "a"), "me", 1)).stage).toBe("at-work");
  expect(begun).toHaveLength(2);
});

test("a thread that fails says so, and the next look begins anew", async () => {
  const { begun, works } = worker();
  const desk = new TrialDesk([works], rated, limits);
  const looking = desk.look(order("o", "a"), "me", 10_000);
  await expect.poll(() => begun.length).toBe(1);
  begun[0]?.say({ failed: "no memory" });
  await expect(looking).rejects.toThrow("no memory");
  expect((await desk.look(order("o", "a"), "me", 1)).stage).toBe("at-work");
});

test("two workers share the suppliers, and both have to be through", async () => {
  const [one, other] = [worker(), worker()];
  const desk = new TrialDesk([one.works, other.works], rated, limits);
  const looking = desk.look(order("o", "a"), "me", 10_000);
  await expect.poll(() => other.begun.length).toBe(1);
  one.begun[0]?.say(done);
  other.begun[0]?.say({ ...done, counts: { ...noCounts(), tried: 4 } });
  expect(await looking).toMatchObject({ stage: "done", counts: { tried: 7 } });
});
