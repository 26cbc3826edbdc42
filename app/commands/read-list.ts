import { parentPort, workerData } from "node:worker_threads";
import { Problem } from "#app/domain/problem";
import type { ReadingMessage, ReadingOrder } from "#app/services/context/resources/threads/list-messages";
import { readFile } from "#app/services/team/supplier-file/file/read-file";
import { readSheets } from "#app/services/team/supplier-file/workbook/read-sheets";

// Runs in a worker thread, begun by app/adapters/lists: what it reads comes back some rows at a time.
const rowsAtOnce = 500;

async function read({ bytes, choices }: ReadingOrder): Promise<void> {
  const say = (message: ReadingMessage) => parentPort?.postMessage(message);
  try {
    if (choices === "sheets") return say({ sheets: await readSheets(bytes) });
    const { rows, ...about } = await readFile(bytes, choices);
    for (let at = 0; at < rows.length; at += rowsAtOnce) {
      say({ rows: rows.slice(at, at + rowsAtOnce) });
      // The other side takes them in its own time.
      await new Promise((resolve) => parentPort?.once("message", resolve));
    }
    say({ about });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    say({ problem: error.code });
  }
}

await read(workerData);
