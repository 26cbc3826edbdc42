import { foreignKey, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/**
 * Column builders of SQLite. Tables are written once over a kit; another dialect brings its own with the same
 * JavaScript types. Times are milliseconds since 1970 (UTC) in the database and `Date` in the program.
 */
export const kit = {
  table: sqliteTable,
  index,
  uniqueIndex,
  primaryKey,
  foreignKey,
  str: <N extends string>(name: N) => text(name),
  int: <N extends string>(name: N) => integer(name, { mode: "number" }),
  real: <N extends string>(name: N) => real(name),
  bool: <N extends string>(name: N) => integer(name, { mode: "boolean" }),
  time: <N extends string>(name: N) => integer(name, { mode: "timestamp_ms" }),
  json: <T>(name: string) => text(name, { mode: "json" }).$type<T>(),
  /** One of a few words. */
  word: <W extends string>(name: string) => text(name).$type<W>(),
  /** Counts up by itself and never reuses a number. */
  serial: <N extends string>(name: N) => integer(name, { mode: "number" }).primaryKey({ autoIncrement: true }),
};
