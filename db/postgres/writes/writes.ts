import type { AuditEvent } from "#db/audit";
import type { Transaction } from "#db/database/transaction";
import { eventsOf, type Write, type WriteInSteps, type WriteUnaudited } from "#db/database/write";
import type { Postgres } from "#db/postgres/migrate";
import { mayBeRepeated, storeErrorOf } from "./errors";

/** How often a write is tried that the server ends for the sake of another one. */
const mostAttempts = 5;

type InsertEvent = (tx: Transaction, org: string, event: AuditEvent) => Promise<void>;

/** The only place where a transaction is opened: one for each write. What it read in order to decide, it must have locked. */
export class Writes {
  private readonly underWay = new Set<Promise<unknown>>();
  private closed = false;

  constructor(
    private readonly database: Postgres,
    private readonly insertEvent: InsertEvent,
  ) {}

  readonly write: Write = (org, audit, body) =>
    this.attempt(async (tx) => {
      const result = await body(tx);
      for (const event of eventsOf(audit, result)) await this.insertEvent(tx, org, event);
      return result;
    }, mostAttempts);

  /** Tried once: what the steps are made from can be gone through once only. */
  readonly writeInSteps: WriteInSteps = (org, body) =>
    this.attempt(async (tx) => {
      for await (const events of body(tx)) for (const event of events) await this.insertEvent(tx, org, event);
    }, 1);

  readonly writeUnaudited: WriteUnaudited = (body) => this.attempt(body, mostAttempts);

  /** Resolves when every write is kept or refused. What comes later is refused. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.allSettled(this.underWay);
  }

  private async attempt<T>(body: (tx: Transaction) => Promise<T>, attempts: number): Promise<T> {
    if (this.closed) throw new Error("the store is closed");
    const writing = this.transact(body);
    this.underWay.add(writing);
    try {
      return await writing;
    } catch (error) {
      if (attempts > 1 && mayBeRepeated(error)) return this.attempt(body, attempts - 1);
      throw storeErrorOf(error);
    } finally {
      this.underWay.delete(writing);
    }
  }

  private transact<T>(body: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.transaction(async (opened) => {
      const gate = { open: true };
      try {
        return await body(whileOpen(opened as unknown as Transaction, gate));
      } finally {
        gate.open = false;
      }
    });
  }
}

/** A query that is not awaited inside its body fails: its connection may be in the write of somebody else by then. */
function whileOpen(tx: Transaction, gate: { readonly open: boolean }): Transaction {
  return new Proxy(tx, {
    get(target, key, receiver) {
      if (!gate.open) throw new Error("a query ran outside of the write that it belongs to");
      return Reflect.get(target, key, receiver);
    },
  });
}
