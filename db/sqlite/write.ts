import { setImmediate as othersTurn } from "node:timers/promises";
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

/**
 * Takes one large write in steps: what each step made happen is kept with it, and pages are served between steps. All steps
 * are one transaction of their own; other writes wait for it. Resolves when all of it is on disk.
 */
export type WriteInSteps = (org: string, body: () => Generator<readonly AuditEvent[], void>) => Promise<void>;

type Waiting = {
  /** Does all of it, or one step; true when it is done. */
  readonly run: () => boolean;
  readonly inSteps: boolean;
  readonly kept: () => void;
  readonly failed: (error: unknown) => void;
};

/** How long steps may hold up everything else before others have a turn, in milliseconds. */
const turn = 20;

/**
 * The only place where a transaction is opened. The writes that wait in the same turn of the event loop share one
 * transaction, and so one wait for the disk (group commit); each has a savepoint, so that one that fails takes nothing
 * with it. A write in steps has a transaction to itself, and nothing else writes until that is over. Nobody is told
 * "saved" before COMMIT returned.
 */
export class WriteQueue {
  private waiting: Waiting[] = [];
  private working: Promise<void> | undefined;
  private closed = false;

  private readonly say: Readonly<Record<"begin" | "commit" | "savepoint" | "release", () => void>>;

  constructor(
    private readonly handle: Handle,
    private readonly keep: (org: string, event: AuditEvent) => void,
  ) {
    // Said for every save, so prepared once.
    const prepared = (sql: string) => {
      const statement = handle.prepare(sql);
      return () => void statement.run();
    };
    this.say = {
      begin: prepared("BEGIN IMMEDIATE"),
      commit: prepared("COMMIT"),
      savepoint: prepared("SAVEPOINT one"),
      release: prepared("RELEASE one"),
    };
  }

  readonly write: Write = (org, audit, body) =>
    this.enqueue(() => {
      const result = body();
      const events = typeof audit === "function" ? audit(result) : [audit].flat();
      for (const event of events) this.keep(org, event);
      return result;
    });

  readonly writeInSteps: WriteInSteps = (org, body) =>
    new Promise((resolve, reject) => {
      let steps: ReturnType<typeof body> | undefined;
      const run = () => {
        steps ??= body();
        const { done, value } = steps.next();
        for (const event of value ?? []) this.keep(org, event);
        return done === true;
      };
      this.add({ run, inSteps: true, kept: resolve, failed: (error) => reject(meaningOf(error)) });
    });

  readonly housekeep: Housekeep = (body) => this.enqueue(body);

  /** Resolves when everything that waits is kept or refused. What comes later is refused. */
  async close(): Promise<void> {
    this.closed = true;
    await this.working;
  }

  private enqueue<T>(body: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let keep: (() => void) | undefined;
      const run = () => {
        const result = body();
        keep = () => resolve(result);
        return true;
      };
      this.add({ run, inSteps: false, kept: () => keep?.(), failed: (error) => reject(meaningOf(error)) });
    });
  }

  private add(write: Waiting): void {
    if (this.closed) {
      write.failed(new Error("the store is closed"));
      return;
    }
    this.waiting.push(write);
    this.working ??= othersTurn().then(() => this.work());
  }

  private async work(): Promise<void> {
    for (let [next] = this.waiting; next !== undefined; [next] = this.waiting) {
      if (next.inSteps) {
        this.waiting.shift();
        await this.runSteps(next);
      } else {
        const large = this.waiting.findIndex(({ inSteps }) => inSteps);
        this.runGroup(this.waiting.splice(0, large === -1 ? this.waiting.length : large));
      }
    }
    this.working = undefined;
  }

  private async runSteps(write: Waiting): Promise<void> {
    try {
      this.say.begin();
      let started = performance.now();
      while (!write.run()) {
        if (performance.now() - started < turn) continue;
        await othersTurn();
        started = performance.now();
      }
      this.say.commit();
    } catch (error) {
      if (this.handle.inTransaction) this.handle.exec("ROLLBACK");
      write.failed(error);
      return;
    }
    write.kept();
  }

  private runGroup(group: readonly Waiting[]): void {
    const refused = new Map<Waiting, unknown>();
    try {
      this.say.begin();
      for (const write of group) this.runOne(write, refused);
      this.say.commit();
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
    this.say.savepoint();
    try {
      write.run();
    } catch (error) {
      // A full disk can end the whole transaction; then nothing of the group is kept and all of it must be told so.
      if (!this.handle.inTransaction) throw error;
      this.handle.exec("ROLLBACK TO one");
      refused.set(write, error);
    }
    this.say.release();
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
