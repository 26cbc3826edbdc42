import type { Worker } from "node:worker_threads";
import { startThread } from "#app/adapters/threads/program";
import { Turns } from "#app/adapters/threads/turns";
import { Problem } from "#app/domain/problem";
import type { ReadingMessage, ReadingOrder } from "#app/services/context/resources/threads/list-messages";
import type { ListReader } from "#app/services/context/resources/threads/list-reader";

/** What reading one list may cost. A list of 100,000 suppliers takes 200 MB and eight seconds of a slow machine. */
export type ReadingLimits = { readonly megabytes: number; readonly ms: number; readonly atOnce: number };

export const readingLimits: ReadingLimits = { megabytes: 768, ms: 60_000, atOnce: 2 };

/** Reads each list in a thread of its own, which ends with it. */
export function listReader(limits: ReadingLimits = readingLimits): ListReader {
  const turns = new Turns(limits.atOnce);
  return {
    read: (bytes, choices) => turns.take(() => inThread({ bytes, choices }, limits, rowsFrom)),
    sheets: (bytes) => turns.take(() => inThread({ bytes, choices: "sheets" }, limits, sheetsFrom)),
  };
}

async function inThread<T>(
  order: ReadingOrder,
  { megabytes, ms }: ReadingLimits,
  answer: (worker: Worker) => Promise<T>,
): Promise<T> {
  const worker = startThread("read-list", {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
  });
  const tooLong = setTimeout(() => void worker.terminate(), ms);
  try {
    return await answer(worker);
  } finally {
    clearTimeout(tooLong);
    await worker.terminate();
  }
}

function rowsFrom(worker: Worker): ReturnType<ListReader["read"]> {
  const parts: Extract<ReadingMessage, { rows: unknown }>["rows"][] = [];
  return answerOf(worker, (message) => {
    if ("about" in message) return { ...message.about, rows: parts.flat() };
    if ("rows" in message) {
      parts.push(message.rows);
      // Between two of these, others have their turn.
      setImmediate(() => worker.postMessage("more"));
    }
    return undefined;
  });
}

function sheetsFrom(worker: Worker): ReturnType<ListReader["sheets"]> {
  return answerOf(worker, (message) => ("sheets" in message ? message.sheets : undefined));
}

/** The first message that is an answer. */
function answerOf<T>(worker: Worker, take: (message: ReadingMessage) => T | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    worker.on("message", (message: ReadingMessage) => {
      if ("problem" in message) return reject(new Problem(message.problem));
      const answer = take(message);
      if (answer !== undefined) resolve(answer);
    });
    worker.on("error", (error) => {
      const isTooLarge = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
      reject(isTooLarge ? new Problem("too-large") : error);
    });
    // Ended before it said how it went: its time was over.
    worker.on("exit", () => reject(new Problem("too-large")));
  });
}
