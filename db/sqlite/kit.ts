import { foreignKey, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Kit } from "#db/database/kit";

/** Column builders of SQLite. Times are milliseconds since 1970 (UTC) in the database. */
export const kit: Kit = {
  table: sqliteTable,
  index,
  uniqueIndex,
  primaryKey,
  foreignKey,
  indexesLongTexts: true,
  str: <N extends string>(name: N) => text(name),
  int: <N extends string>(name: N) => integer(name, { mode: "number" }),
  real: <N extends string>(name: N) => real(name),
  bool: <N extends string>(name: N) => integer(name, { mode: "boolean" }),
  time: <N extends string>(name: N) => integer(name, { mode: "timestamp_ms" }),
  json: <T>(name: string) => text(name, { mode: "json" }).$type<T>(),
  word: <W extends string>(name: string) => text(name).$type<W>(),
  serial: <N extends string>(name: N) => integer(name, { mode: "number" }).primaryKey({ autoIncrement: true }),
};
