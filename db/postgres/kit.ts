import {
  bigint,
  boolean,
  customType,
  doublePrecision,
  foreignKey,
  index,
  integer,
  json,
  pgSchema,
  pgTable,
  primaryKey,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { Kit } from "#db/database/kit";
import { escapeNul, unescapeNul } from "./text";

// Without a collation of its own a text would sort by the locale of the server, and its indexes with it.
const text = customType<{ data: string; driverData: string | null }>({
  dataType: () => 'text COLLATE "C"',
  // Drizzle hands a value of a prepared query over as it is, also where there is none.
  toDriver: (kept: string | null) => (kept === null ? null : escapeNul(kept)),
  fromDriver: (kept) => unescapeNul(kept ?? ""),
});

/** Column builders of PostgreSQL, for tables in a schema of this name, or in whichever the connection is set to. */
export function makeKit(schema?: string): Kit {
  const kit = {
    table: schema === undefined ? pgTable : pgSchema(schema).table,
    index,
    uniqueIndex,
    primaryKey,
    foreignKey,
    // An entry has at most a third of a page, and one past it could not be written.
    indexesLongTexts: false,
    str: (name: string) => text(name),
    int: (name: string) => integer(name),
    real: (name: string) => doublePrecision(name),
    bool: (name: string) => boolean(name),
    time: (name: string) => timestamp(name, { precision: 3, withTimezone: true, mode: "date" }),
    // Not jsonb: it reorders keys, rewrites numbers and refuses NUL, and a hash is taken over what was kept.
    json: (name: string) => json(name),
    word: (name: string) => text(name),
    serial: (name: string) => bigint(name, { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  };
  // The types of SQLite's columns stand for those of every database; the JavaScript types are the same.
  return kit as unknown as Kit;
}
