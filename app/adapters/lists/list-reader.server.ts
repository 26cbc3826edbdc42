import { existsSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker, type WorkerOptions } from "node:worker_threads";
import { Problem } from "#app/domain/problem";
import type { ReadingMessage, ReadingOrder } from "#app/services/context/resources/list-messages";
import type { ListReader } from "#app/services/context/resources/list-reader";
import { Turns } from "./turns";

/** What reading one list may cost. A list of 100,000 suppliers takes 200 MB and eight seconds of a slow machine. */
export type ReadingLimits = { readonly megabytes: number; readonly ms: number; readonly atOnce: number };

export const readingLimits: ReadingLimits = { megabytes: 768, ms: 60_000, atOnce: 2 };

// Built, it lies beside the server or above its parts; from source it is read by the program that reads the rest.
const places = ["./read-list.js", "../read-list.js", "../../commands/read-list.ts"];

function programFile(): string {
  const files = places.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  const found = files.find((file) => existsSync(file));
  if (found === undefined) throw new Error("the program that reads lists was not built");
  return found;
}

function startWorker(file: string, options: WorkerOptions): Worker {
  if (!file.endsWith(".ts")) return new Worker(file, options);
  // Only development and tests come here; a thread does not have what reads TypeScript from the program that began it.
  const url = JSON.stringify(pathToFileURL(file).href);
  const program = `import("tsx/esm/api").then((tsx) => (tsx.register(), import(${url})))`;
  return new Worker(program, { ...options, eval: true });
}

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
  const worker = startWorker(programFile(), {
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
