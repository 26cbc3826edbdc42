import type Driver from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { Reader, Transaction } from "#db/database/transaction";
import { Sqlite } from "./driver";

/** The driver's own handle: pragmas, transactions and prepared raw statements. */
export type Handle = Driver.Database;

const inMemory = ":memory:";

const forAll = [
  "foreign_keys = ON",
  // REPLACE must not slip past the triggers that guard append-only tables.
  "recursive_triggers = ON",
  // Functions with side effects cannot be planted in the schema of a database file that somebody hands over.
  "trusted_schema = OFF",
  // KiB when negative: 100,000 suppliers with their indexes stay in memory.
  "cache_size = -65536",
];

/** Milliseconds for which a start waits for another process that brings the database to its newest shape. */
const startPatienceMs = 30_000;
/** Waiting inside the driver stops every page, so a reader hardly waits; in WAL mode it has next to nothing to wait for. */
const readPatienceMs = 100;

/** Opens the one connection that writes. `path` is a file, `:memory:`, or the bytes of a database to be copied into memory. */
export function openWriter(path: string | Buffer): Handle {
  const handle = new Sqlite(path, { timeout: startPatienceMs });
  if (!handle.memory) handle.pragma("journal_mode = WAL");
  // With NORMAL a commit may be lost when the power fails, and somebody was told that it is saved.
  handle.pragma("synchronous = FULL");
  // Each save is a savepoint of its group, and what undoes it went to a file: a tenth of `save.per_s` of the bench.
  handle.pragma("temp_store = MEMORY");
  for (const pragma of forAll) handle.pragma(pragma);
  return handle;
}

/** Opens the connection that reads. A database in memory has one connection only: the writer. */
export function openReader(path: string, writer: Handle): Handle {
  if (path === inMemory) return writer;
  const handle = new Sqlite(path, { readonly: true, timeout: readPatienceMs });
  for (const pragma of forAll) handle.pragma(pragma);
  return handle;
}

/** Opens a database file that is there, for looking only. */
export function openForReading(path: string): Handle {
  const handle = new Sqlite(path, { readonly: true, fileMustExist: true, timeout: 30_000 });
  for (const pragma of forAll) handle.pragma(pragma);
  return handle;
}

/** From now on a database that another program holds is an error at once: whoever writes waits without stopping the others. */
export function waitForNobody(writer: Handle): void {
  writer.pragma("busy_timeout = 0");
}

/** Lets the whole database grow to `megabytes` MiB and no further. */
export function limitSize(writer: Handle, megabytes: number): void {
  const pageSize = Number(writer.pragma("page_size", { simple: true }));
  writer.pragma(`max_page_count = ${Math.floor((megabytes * 1024 * 1024) / pageSize)}`);
}

export function readerOn(handle: Handle): Reader {
  // Drizzle types this driver as synchronous. What is awaited of it is the same.
  return drizzle(handle) as unknown as Reader;
}

/** What write bodies use. Every statement fails while `gate` is shut. */
export function transactionOn(handle: Handle, gate: { readonly open: boolean }): Transaction {
  // Drizzle calls its logger before every statement, prepared ones included.
  const logQuery = () => {
    if (!gate.open) throw new Error("a query ran outside of the write that it belongs to");
  };
  return drizzle(handle, { logger: { logQuery } }) as unknown as Transaction;
}
