import { parentPort, workerData } from "node:worker_threads";
import { printReceipt } from "#app/paper/receipt/print-receipt";
import type { PrintingMessage, PrintingOrder } from "#app/services/context/resources/threads/receipt-printer";

// Runs in a worker thread, begun by app/adapters/threads.
async function print(order: PrintingOrder): Promise<void> {
  const message: PrintingMessage = { pdf: await printReceipt(order) };
  parentPort?.postMessage(message);
}

await print(workerData);
