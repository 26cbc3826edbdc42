import type { AuditEvent } from "#db/audit";
import { MissingError, StorageFullError, TakenError } from "#db/errors";
import type { Handle } from "./connection";

type Events = AuditEvent | readonly AuditEvent[];
/** What happened, or how to tell it from the result: a repeated submission made nothing happen. */
type AuditOf<T> = Events | ((result: T) => readonly AuditEvent[]);
/** A body must be done when it returns: one that waits would run on after COMMIT. */
type Done<T> = T extends PromiseLike<unknown> ? never : T;

/** Takes one write: what happened, and the queries that make it so. Resolves when it is on disk. */
export type Write = <T>(org: string, audit: AuditOf<T>, body: () => Done<T>) => Promise<T>;

/** A write about the work of the program itself, such as a lease, that nobody needs to be told of. */
export type Housekeep = <T>(body: () => Done<T>) => Promise<T>;

type Waiting = { readonly run: () => void; readonly kept: () => void; readonly failed: (error: unknown) => void };

/**
 * The only place where a transaction is opened. The writes that wait in the same turn of the event loop share one
 * transaction, and so one wait for the disk (group commit); each has a savepoint, so that one that fails takes nothing
 * with it. Nobody is told "saved" before COMMIT returned.
 */
export class WriteQueue {
  private waiting: Waiting[] = [];
  private closed = false;

  constructor(
    private readonly handle: Handle,
    private readonly keep: (org: string, event: AuditEvent) => void,
  ) {}

  readonly write: Write = (org, audit, body) =>
    this.enqueue(() => {
      const result = body();
      const events = typeof audit === "function" ? audit(result) : [audit].flat();
      for (const event of events) this.keep(org, event);
      return result;
    });

  readonly housekeep: Housekeep = (body) => this.enqueue(body);

  /** Resolves when everything that waits is kept or refused. What comes later is refused. */
  async close(): Promise<void> {
    this.closed = true;
    this.flush();
  }

  private enqueue<T>(body: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.closed) return reject(new Error("the store is closed"));
      if (this.waiting.length === 0) setImmediate(() => this.flush());
      let keep: (() => void) | undefined;
      this.waiting.push({
        run: () => {
          const result = body();
          keep = () => resolve(result);
        },
        kept: () => keep?.(),
        failed: (error) => reject(meaningOf(error)),
      });
    });
  }

  private flush(): void {
    const group = this.waiting;
    this.waiting = [];
    if (group.length === 0) return;
    const refused = new Map<Waiting, unknown>();
    try {
      this.handle.exec("BEGIN IMMEDIATE");
      for (const write of group) this.runOne(write, refused);
      this.handle.exec("COMMIT");
    } catch (error) {
      if (this.handle.inTransaction) this.handle.exec("ROLLBACK");
      for (const write of group) write.failed(refused.get(write) ?? error);
      return;
    }
    for (const write of group) {
      if (refused.has(write)) write.failed(refused.get(write));
      else write.kept();
    }
  }

  private runOne(write: Waiting, refused: Map<Waiting, unknown>): void {
    this.handle.exec("SAVEPOINT one");
    try {
      write.run();
    } catch (error) {
      // A full disk can end the whole transaction; then nothing of the group is kept and all of it must be told so.
      if (!this.handle.inTransaction) throw error;
      this.handle.exec("ROLLBACK TO one");
      refused.set(write, error);
    }
    this.handle.exec("RELEASE one");
  }
}

/** The error in words of the contract, where there are any. */
function meaningOf(error: unknown): unknown {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  if (code === "SQLITE_FULL" || code === "SQLITE_IOERR_WRITE") return new StorageFullError(cause);
  if (cause instanceof Error && (code === "SQLITE_CONSTRAINT_UNIQUE" || code === "SQLITE_CONSTRAINT_PRIMARYKEY")) {
    return new TakenError(cause.message.replace("UNIQUE constraint failed: ", ""), cause);
  }
  // The key says only that something named by the write is not there in this organisation.
  if (code === "SQLITE_CONSTRAINT_FOREIGNKEY") return new MissingError("row that this one belongs to", "");
  return error;
}
