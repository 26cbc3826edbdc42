import { UnusableDatabaseError } from "#db/errors";
import type { Handle } from "#db/sqlite/connection";
import { Sqlite } from "#db/sqlite/driver";
import { openInMemory } from "#db/sqlite/migrate";

/** More of one kind than this says nothing new. */
const mostFaults = 20;

type SchemaRow = { readonly type: string; readonly name: string; readonly sql: string };

/** What is wrong with the database itself: see `UpkeepStore.faults`. `schema`: looks at no page, which takes no time. */
export function faultsIn(handle: Handle, how: "schema" | "quick" | "whole"): readonly string[] {
  const damaged = how === "schema" ? [] : damagesIn(handle, how);
  // What lies in damaged pages cannot be compared with anything.
  if (damaged.length > 0) return damaged;
  const missing = schemaFaults(handle);
  // What cannot be asked for in a database without its tables.
  if (missing.length > 0) return missing;
  return [...openRemovals(handle), ...(how === "whole" ? danglingRows(handle) : [])];
}

/** What the database finds damaged in its pages, and when `whole` also in its indexes. */
export function damagesIn(handle: Handle, how: "quick" | "whole"): readonly string[] {
  try {
    const check = how === "quick" ? "quick_check" : "integrity_check";
    const rows = handle.prepare<[], string>(`PRAGMA ${check}(${mostFaults})`).pluck().all();
    return rows.filter((said) => said !== "ok").map((said) => `The database is damaged: ${said}.`);
  } catch (error) {
    if (!isDamage(error)) throw error;
    return [`The database is damaged: ${error instanceof Error ? error.message : String(error)}.`];
  }
}

/** Whether an error of the driver says that the file is no sound database. */
export function isDamage(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code);
}

function schemaOf(handle: Handle): ReadonlyMap<string, SchemaRow> {
  const rows = handle
    .prepare<[], SchemaRow>(
      "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND sql IS NOT NULL ORDER BY type, name",
    )
    .all();
  return new Map(rows.map((row) => [`${row.type} ${row.name}`, row]));
}

let wanted: ReadonlyMap<string, SchemaRow> | undefined;

/** Tables, indexes and triggers as all migrations of this program make them. */
function wantedSchema(): ReadonlyMap<string, SchemaRow> {
  if (wanted !== undefined) return wanted;
  const empty = openInMemory();
  wanted = schemaOf(empty);
  empty.close();
  return wanted;
}

/** What keeps the record as it was written must be there as the program made it, and nothing else may act on it. */
function schemaFaults(handle: Handle): readonly string[] {
  const found = schemaOf(handle);
  const faults: string[] = [];
  for (const [key, { type, sql }] of wantedSchema()) {
    const there = found.get(key);
    if (there === undefined) faults.push(`The ${key} is missing in the database.`);
    // A table that grew column by column is written down otherwise than one that was made whole.
    else if (type === "trigger" && there.sql !== sql) faults.push(`The ${key} is not as this program made it.`);
  }
  for (const [key, { type }] of found) {
    if (type === "trigger" && !wantedSchema().has(key)) faults.push(`The ${key} is none of this program's.`);
  }
  return faults;
}

/** While a removal is open what it is about can be deleted, so nobody but the write that adds it ever sees one. */
function openRemovals(handle: Handle): readonly string[] {
  const ids = handle.prepare<[], string>("SELECT id FROM removals WHERE is_open = 1 LIMIT 20").pluck().all();
  return ids.map((id) => `The removal ${id} was left open: what it is about could be deleted.`);
}

function danglingRows(handle: Handle): readonly string[] {
  const rows = handle.prepare<[], { table: string; parent: string }>("PRAGMA foreign_key_check").all();
  const counts = new Map<string, number>();
  for (const { table, parent } of rows) {
    const pair = `${table} point at a row of ${parent} that is not there`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return [...counts].map(([pair, count]) => `${count} of ${pair}.`);
}

/** @throws {UnusableDatabaseError} with all faults in it */
export function requireNoFaults(path: string, faults: readonly string[]): void {
  if (faults.length === 0) return;
  throw new UnusableDatabaseError(
    `The database ${path} cannot be used:\n${faults.map((said) => `  ${said}`).join("\n")}\nNothing was changed. Restore the last backup, with npm run restore, into an empty folder.`,
  );
}
