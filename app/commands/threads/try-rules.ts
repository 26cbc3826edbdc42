import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { catalogueOver } from "#app/adapters/own-catalogue";
import type { TrialAnswer, TrialCall } from "#app/adapters/trials/trial-threads.server";
import { runTrial } from "#app/services/what-if/run/run-trial";
import { openStore } from "#db/index";

// Runs in worker threads, begun by app/adapters/trials: rates suppliers by other rules while pages are served.
const store = await openStore(workerData, { isReadOnly: true });
const ctx = { store, catalogue: catalogueOver(store) };

// On Linux this is the priority of the thread alone; elsewhere it would be that of the whole program.
if (process.platform === "linux") setPriority(0, 19);

let wanted = 0;

async function work({ number, task }: Extract<TrialCall, { task: unknown }>): Promise<void> {
  const say = (message: TrialAnswer["message"]) => parentPort?.postMessage({ number, message } satisfies TrialAnswer);
  try {
    await runTrial(ctx, task, say, () => wanted !== number);
  } catch (error) {
    say({ failed: error instanceof Error ? error.message : String(error) });
  }
}

parentPort?.on("message", (call: TrialCall) => {
  wanted = "task" in call ? call.number : 0;
  if ("task" in call) void work(call);
});
