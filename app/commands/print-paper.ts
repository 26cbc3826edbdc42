import { parentPort, workerData } from "node:worker_threads";
import { printPaper } from "#app/paper/print-paper";
import type { PrintingMessage, PrintingOrder } from "#app/services/context/resources/threads/printer";

// Runs in a worker thread, begun by app/adapters/threads.
async function print(order: PrintingOrder): Promise<void> {
  const message: PrintingMessage = { bytes: await printPaper(order) };
  parentPort?.postMessage(message);
}

await print(workerData);
