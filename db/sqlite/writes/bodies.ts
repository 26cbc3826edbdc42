import type { Transaction } from "#db/database/transaction";
import { WaitingWriteError } from "#db/errors";
import { type Handle, transactionOn } from "#db/sqlite/connection";

/** Lets statements through while a body runs, and never again once that body was refused. */
type Gate = { open: boolean };

/**
 * Runs the bodies of writes, one after the other. A body that waits for anything but the database would hold the only write
 * lock, so it is refused: the driver answers at once, hence a body that has not ended when no promise is left to settle
 * waits for something else. What such a body does later through its transaction fails.
 *
 * Every statement on the transaction passes the gate: a query that is not awaited inside its body fails instead of landing
 * in the write of somebody else.
 */
export class WriteBodies {
  private gate: Gate = { open: false };
  private tx: Transaction;
  private refuse: ((error: Error) => void) | undefined;
  private watching = false;

  constructor(private readonly handle: Handle) {
    this.tx = transactionOn(handle, this.gate);
  }

  /** Call it from a promise's reaction: elsewhere the promises of the body would have had no chance to settle. */
  run<T>(body: (tx: Transaction) => Promise<T>): Promise<T> {
    this.watch();
    const { gate } = this;
    return new Promise<T>((resolve, reject) => {
      const end = () => {
        gate.open = false;
        // A body that was refused ends while another may be running.
        if (this.gate === gate) this.refuse = undefined;
      };
      this.refuse = reject;
      gate.open = true;
      body(this.tx).then(
        (result) => {
          end();
          resolve(result);
        },
        (error: unknown) => {
          end();
          reject(error);
        },
      );
    });
  }

  /** Node.js calls back here only when no promise is left to settle. */
  private watch(): void {
    if (this.watching) return;
    this.watching = true;
    process.nextTick(() => {
      this.watching = false;
      const { refuse } = this;
      if (refuse === undefined) return;
      this.refuse = undefined;
      this.gate.open = false;
      this.gate = { open: false };
      this.tx = transactionOn(this.handle, this.gate);
      refuse(new WaitingWriteError());
    });
  }
}
