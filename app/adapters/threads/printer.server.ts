import type { Worker } from "node:worker_threads";
import { Problem } from "#app/domain/problem";
import type { Printer, PrintingMessage, PrintingOrder } from "#app/services/context/resources/threads/printer";
import { startThread } from "./program";
import { Turns } from "./turns";

/** What printing may cost; `waiting`: how many may wait for their turn. A paper takes half a second and 100 MB. */
export type PrintingLimits = {
  readonly megabytes: number;
  readonly ms: number;
  readonly atOnce: number;
  readonly waiting: number;
};

export const printingLimits: PrintingLimits = { megabytes: 256, ms: 30_000, atOnce: 2, waiting: 20 };

/** Prints each paper in a thread of its own, which ends with it. */
export function threadPrinter(limits: PrintingLimits = printingLimits): Printer {
  const turns = new Turns(limits.atOnce);
  return {
    async print(order) {
      if (turns.waiting >= limits.waiting) throw new Problem("too-often");
      return turns.take(() => inThread(order, limits));
    },
  };
}

async function inThread(order: PrintingOrder, { megabytes, ms }: PrintingLimits): Promise<PrintingMessage["bytes"]> {
  const worker = startThread("print-paper", {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
  });
  const tooLong = setTimeout(() => void worker.terminate(), ms);
  try {
    return await printed(worker);
  } finally {
    clearTimeout(tooLong);
    await worker.terminate();
  }
}

/** @throws Error for one that ended without saying anything, because of its time or its memory */
function printed(worker: Worker): Promise<PrintingMessage["bytes"]> {
  return new Promise((resolve, reject) => {
    worker.once("message", ({ bytes }: PrintingMessage) => resolve(bytes));
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("a paper took too long to print")));
  });
}
