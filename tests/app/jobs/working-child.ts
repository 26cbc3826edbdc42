/**
 * A program that does jobs until it is told to stop. Each leaves events in the same transaction as what is said of it:
 * `effect` one with its end, `steps` one with each of three steps. Says a line when it is at work. Arguments: database file,
 * organisation.
 */
import { writeSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import type { JobHandlers } from "#app/jobs/handler";
import { startRunner } from "#app/jobs/runner";
import type { ServiceContext } from "#app/services/context/contexts";
import { eventInsert } from "#db/queries/audit-events";
import { jobWrites } from "#db/queries/jobs/job-writes";
import { storeOf } from "#db/queries/store";
import { openReader, openWriter, readerOn } from "#db/sqlite/connection";
import { dialect } from "#db/sqlite/dialect";
import { tables } from "#db/sqlite/schema";
import { WriteQueue } from "#db/sqlite/writes/queue";
import { anEvent } from "#tests/support/factories";
import { quietLog } from "#tests/support/quiet-log";
import { leaseMs, stepsOfJob } from "./killed-work";

const [file, org] = process.argv.slice(2);
if (!file || !org) throw new Error("say file and organisation");
const handle = openWriter(file);
const queue = new WriteQueue(handle, eventInsert(tables));
const { write, writeInSteps, writeUnaudited } = queue;
const query = { tables, dialect, read: readerOn(openReader(file, handle)), write, writeInSteps, writeUnaudited };
const upkeep = { faults: async () => [], bytes: async () => 0 };
const store = storeOf(query, {
  size: async () => ({ bytes: 0 }),
  ping: async () => {},
  close: () => queue.close(),
  ...upkeep,
});
const { finishJob, noteProgress } = jobWrites(query);

let said = false;
const work = () => {
  if (!said) writeSync(1, "at work\n");
  said = true;
  return pause(Math.random() * 15);
};
const event = (question: string, revision: number) =>
  anEvent({ action: "answer.saved", details: { question, revision } });
// As many tries as there are kills, so that no job is given up for having been interrupted.
const often = { atOnce: 3, waitsMs: Array<number>(100).fill(1) };

const handlers: JobHandlers = {
  effect: {
    ...often,
    async run(_, { job, lease }) {
      await work();
      await write(org, event(job.key, 1), (tx) => finishJob(tx, lease, { at: new Date() }));
      return "recorded";
    },
  },
  steps: {
    ...often,
    async run(_, { job, lease }) {
      for (let step = (job.progress?.done ?? 0) + 1; step <= stepsOfJob; step += 1) {
        await work();
        const progress = { done: step, all: stepsOfJob };
        await write(org, event(job.key, step), (tx) => noteProgress(tx, lease, progress));
      }
      return {};
    },
  },
};

// The runner and these handlers ask for nothing else.
const ctx = { store, clock: { now: () => new Date() }, log: quietLog } as unknown as ServiceContext;
const runner = await startRunner(ctx, handlers, { leaseMs, lookEveryMs: 50 });
process.on("SIGTERM", async () => {
  await runner.stop();
  process.exit(0);
});
