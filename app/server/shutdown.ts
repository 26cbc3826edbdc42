import type { Log } from "#app/adapters/log.server";

const patienceMs = 10_000;

/** On SIGTERM or SIGINT: finish what was begun, close, exit 0. A second signal does not wait. */
export function closeOnSignals(close: (patienceMs: number) => Promise<void>, log: Log): void {
  let closing = false;
  const stop = async (signal: string) => {
    if (closing) process.exit(1);
    closing = true;
    log.info({ signal }, "closing");
    await close(patienceMs).catch((error: unknown) => {
      log.error({ err: error }, "could not close cleanly");
      process.exitCode = 1;
    });
    process.exit();
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, stop);
}
