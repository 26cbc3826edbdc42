import type { AuditEvent } from "#db/audit";
import type { Transaction } from "./transaction";

type Events = AuditEvent | readonly AuditEvent[];
/** What happened, or how to tell it from the result: a repeated submission made nothing happen. */
export type AuditOf<T> = Events | ((result: T) => readonly AuditEvent[]);

/**
 * Takes one write: what happened, and the queries that make it so; both are kept or neither. Resolves when it is on disk.
 * The body awaits the database and nothing else; it may be run again when the database asks for that, so what it gathers
 * is made inside of it.
 */
export type Write = <T>(org: string, audit: AuditOf<T>, body: (tx: Transaction) => Promise<T>) => Promise<T>;

/** A write about the work of the program itself, such as a lease, that nobody needs to be told of. */
export type WriteUnaudited = <T>(body: (tx: Transaction) => Promise<T>) => Promise<T>;

/**
 * Takes one large write in steps: what each step made happen is kept with it, and pages are served between steps. All steps
 * are one transaction of their own. Resolves when all of it is on disk.
 */
export type WriteInSteps = (
  org: string,
  body: (tx: Transaction) => AsyncGenerator<readonly AuditEvent[], void>,
) => Promise<void>;

/** The events of a write, once its result is known. */
export function eventsOf<T>(audit: AuditOf<T>, result: T): readonly AuditEvent[] {
  return typeof audit === "function" ? audit(result) : [audit].flat();
}
