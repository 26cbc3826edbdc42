import { parentPort, workerData } from "node:worker_threads";
import { printBrief } from "#app/paper/brief/print-brief";
import { printReceipt } from "#app/paper/receipt/print-receipt";
import type { PrintingMessage, PrintingOrder } from "#app/services/context/resources/threads/printer";

// Runs in a worker thread, begun by app/adapters/threads.
async function print(order: PrintingOrder): Promise<void> {
  const pdf = order.paper === "brief" ? await printBrief(order.sheet) : await printReceipt(order.sheet);
  const message: PrintingMessage = { pdf };
  parentPort?.postMessage(message);
}

await print(workerData);
