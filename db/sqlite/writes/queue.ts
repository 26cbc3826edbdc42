import { setTimeout as pause, setImmediate as yieldToEventLoop } from "node:timers/promises";
import type { AuditEvent } from "#db/audit";
import type { Transaction } from "#db/database/transaction";
import { eventsOf, type Write, type WriteInSteps, type WriteUnaudited } from "#db/database/write";
import { StorageError } from "#db/errors";
import type { Handle } from "#db/sqlite/connection";
import { WriteBodies } from "./bodies";
import { storeErrorOf } from "./errors";

type Waiting = {
  /** When it was asked for, by `performance.now()`. */
  readonly since: number;
  /** Does all of it, or one step; true when it is done. */
  readonly run: (tx: Transaction) => Promise<boolean>;
  readonly inSteps: boolean;
  readonly kept: () => void;
  readonly failed: (error: unknown) => void;
};

/**
 * Milliseconds for which a write waits while another program holds the database: people are told "not saved" within three
 * seconds, on the way to which a page may try twice. `again`: how long one waits that comes when others have waited so long.
 */
const lockPatience = { first: 2_000, again: 250 } as const;
/** How soon the database is looked at again, in milliseconds: another of our processes holds it for a few only. */
const lookAgainMs = { first: 2, last: 25 } as const;

/** Turns of the event loop that a group is waited for. */
const mostTurns = 4;

/** How long steps may hold up everything else in one go, in milliseconds. */
const longestHoldMs = 20;

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
  /** Since when another program has held the database, without a break that we saw, and when we looked last. */
  private held: { readonly since: number; readonly seen: number } | undefined;

  private readonly bodies: WriteBodies;
  private readonly say: Readonly<Record<"begin" | "commit" | "savepoint" | "release", () => void>>;

  constructor(
    private readonly handle: Handle,
    private readonly insertEvent: (tx: Transaction, org: string, event: AuditEvent) => Promise<void>,
  ) {
    this.bodies = new WriteBodies(handle);
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
    this.enqueue(async (tx) => {
      const result = await body(tx);
      for (const event of eventsOf(audit, result)) await this.insertEvent(tx, org, event);
      return result;
    });

  readonly writeInSteps: WriteInSteps = (org, body) =>
    new Promise((resolve, reject) => {
      let steps: ReturnType<typeof body> | undefined;
      const run = async (tx: Transaction) => {
        steps ??= body(tx);
        const { done, value } = await steps.next();
        for (const event of value ?? []) await this.insertEvent(tx, org, event);
        return done === true;
      };
      this.add({
        since: performance.now(),
        run,
        inSteps: true,
        kept: resolve,
        failed: (error) => reject(storeErrorOf(error)),
      });
    });

  readonly writeUnaudited: WriteUnaudited = (body) => this.enqueue(body);

  /** Resolves when everything that waits is kept or refused. What comes later is refused. */
  async close(): Promise<void> {
    this.closed = true;
    await this.working;
  }

  private enqueue<T>(body: (tx: Transaction) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let keep: (() => void) | undefined;
      const run = async (tx: Transaction) => {
        const result = await body(tx);
        keep = () => resolve(result);
        return true;
      };
      const failed = (error: unknown) => reject(storeErrorOf(error));
      this.add({ since: performance.now(), run, inSteps: false, kept: () => keep?.(), failed });
    });
  }

  private add(write: Waiting): void {
    if (this.closed) {
      write.failed(new Error("the store is closed"));
      return;
    }
    this.waiting.push(write);
    this.working ??= this.work();
  }

  private async work(): Promise<void> {
    let look: number = lookAgainMs.first;
    // Whoever was just told "saved" may write again in the same turn: all of those join the next group.
    for (await this.gather(); this.waiting.length > 0; await this.gather()) {
      const begun = this.begin();
      if (begun !== "begun") {
        this.refuseImpatient(begun);
        await pause(look);
        look = Math.min(look * 2, lookAgainMs.last);
        continue;
      }
      look = lookAgainMs.first;
      const large = this.waiting.findIndex(({ inSteps }) => inSteps);
      const group = this.waiting.splice(0, large === -1 ? this.waiting.length : Math.max(1, large));
      const [first] = group;
      if (first?.inSteps) await this.runSteps(first);
      else await this.runGroup(group);
    }
    this.working = undefined;
  }

  /** Lets a group grow for as long as each turn of the event loop brings one more: fewer commits for `save.per_s` of the bench. */
  private async gather(): Promise<void> {
    let found = 0;
    for (let turn = 0; turn < mostTurns && (turn === 0 || this.waiting.length > Math.max(1, found)); turn += 1) {
      found = this.waiting.length;
      await yieldToEventLoop();
    }
  }

  /** Takes the database for one transaction, without waiting for it: the driver's way of waiting stops everybody. */
  private begin(): "begun" | StorageError {
    try {
      this.say.begin();
      this.held = undefined;
      return "begun";
    } catch (error) {
      const known = storeErrorOf(error);
      const storage = known instanceof StorageError ? known : new StorageError("broken", error);
      const now = performance.now();
      const isSame = this.held !== undefined && now - this.held.seen < lockPatience.first;
      this.held =
        storage.reason === "busy" ? { since: isSame ? (this.held?.since ?? now) : now, seen: now } : undefined;
      return storage;
    }
  }

  /** Refuses those that have waited long enough for another program; all of them where waiting is of no use. */
  private refuseImpatient(error: StorageError): void {
    const now = performance.now();
    const held = this.held?.since ?? now;
    const hasWaited = ({ since }: Waiting) => {
      const isKnown = now - held >= lockPatience.first;
      return now - Math.max(since, held) >= lockPatience.first || (isKnown && now - since >= lockPatience.again);
    };
    const refused = this.waiting.filter((write) => error.reason !== "busy" || hasWaited(write));
    this.waiting = this.waiting.filter((write) => !refused.includes(write));
    for (const { failed } of refused) failed(error);
  }

  private async runSteps(write: Waiting): Promise<void> {
    try {
      let started = performance.now();
      while (!(await this.bodies.run(write.run))) {
        if (performance.now() - started < longestHoldMs) continue;
        await yieldToEventLoop();
        started = performance.now();
      }
      this.say.commit();
    } catch (error) {
      this.rollBack();
      write.failed(error);
      return;
    }
    write.kept();
  }

  private async runGroup(group: readonly Waiting[]): Promise<void> {
    const refused = new Map<Waiting, unknown>();
    try {
      for (const write of group) await this.runOne(write, refused);
      this.say.commit();
    } catch (error) {
      this.rollBack();
      for (const write of group) write.failed(refused.get(write) ?? error);
      return;
    }
    for (const write of group) {
      if (refused.has(write)) write.failed(refused.get(write));
      else write.kept();
    }
  }

  private async runOne(write: Waiting, refused: Map<Waiting, unknown>): Promise<void> {
    this.say.savepoint();
    try {
      await this.bodies.run(write.run);
    } catch (error) {
      // A full disk can end the whole transaction; then nothing of the group is kept and all of it must be told so.
      if (!this.handle.inTransaction) throw error;
      this.handle.exec("ROLLBACK TO one");
      refused.set(write, error);
    }
    this.say.release();
  }

  /** On a broken disk even this can fail, and whoever waits must be told all the same; the next BEGIN says whether it is over. */
  private rollBack(): void {
    try {
      if (this.handle.inTransaction) this.handle.exec("ROLLBACK");
    } catch {
      // Told as what the write itself failed of.
    }
  }
}
