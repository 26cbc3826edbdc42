import { type Column, type Placeholder, type SQL, sql } from "drizzle-orm";
import { type BaseSQLiteDatabase, ExecuteResultSync } from "drizzle-orm/sqlite-core";

/**
 * A database as queries see it. Drizzle's types of an asynchronous SQLite database stand for every database, because queries
 * use only what all of drizzle's drivers have: awaited builders, `returning` and prepared `execute`.
 */
type Database = BaseSQLiteDatabase<"async", unknown>;

/** What reads outside of a write. */
export type Reader = Pick<Database, "select" | "selectDistinct">;

/** What the body of a write reads and writes with, until that body is over. */
export type Transaction = Pick<Database, "select" | "selectDistinct" | "insert" | "update" | "delete">;

type Values = Readonly<Record<string, unknown>>;

/**
 * A query that is built once for each transaction object, and then run with values. SQLite has one object for all of its
 * writes, so there it is prepared once for the life of the store.
 */
export function prepared<Result>(
  prepare: (tx: Transaction) => { execute(values: Values): Promise<Result> },
): (tx: Transaction, values: Values) => Result | Promise<Result> {
  const known = new WeakMap<Transaction, ReturnType<typeof prepare>>();
  return (tx, values) => {
    let query = known.get(tx);
    if (query === undefined) {
      query = prepare(tx);
      known.set(tx, query);
    }
    const pending = query.execute(values);
    // Drizzle wraps the answers of a driver that does not wait; a save awaits seven of them, so they are unwrapped.
    return pending instanceof ExecuteResultSync ? pending.sync() : pending;
  };
}

/** A value of a prepared query, kept as values of this column are: comparing with a bare placeholder would skip that. */
export function valueFor(column: Column, name: string): SQL {
  return sql`${sql.param(sql.placeholder(name) satisfies Placeholder, column)}`;
}
