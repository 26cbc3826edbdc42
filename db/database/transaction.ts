import { type Column, type Placeholder, type SQL, sql } from "drizzle-orm";
import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";

/**
 * A database as queries see it. Drizzle's types of an asynchronous SQLite database stand for every database, because queries
 * use only what all of drizzle's drivers have: awaited builders, `returning` and prepared `execute`.
 */
type Database = BaseSQLiteDatabase<"async", unknown>;

/** What reads outside of a write. */
export type Reader = Pick<Database, "select" | "selectDistinct">;

/** What the body of a write reads and writes with, until that body is over. */
export type Transaction = Pick<Database, "select" | "selectDistinct" | "insert" | "update" | "delete">;

/**
 * A query that is built once for each transaction object. SQLite has one object for all of its writes, so there it is
 * prepared once for the life of the store.
 */
export function prepared<Query>(prepare: (tx: Transaction) => Query): (tx: Transaction) => Query {
  const known = new WeakMap<Transaction, Query>();
  return (tx) => {
    const found = known.get(tx);
    if (found !== undefined) return found;
    const made = prepare(tx);
    known.set(tx, made);
    return made;
  };
}

/** A value of a prepared query, kept as values of this column are: comparing with a bare placeholder would skip that. */
export function valueFor(column: Column, name: string): SQL {
  return sql`${sql.param(sql.placeholder(name) satisfies Placeholder, column)}`;
}
