import { Column, is, SQL } from "drizzle-orm";
import type { Selection } from "#db/database/dialect";

type Target = Record<string, unknown>;
/** `read` is absent where a value is what the driver gives. */
type Place = { readonly name: string; readonly read?: (value: unknown) => unknown };

/** Characters of a text that is kept with what was read of it, and how many such texts. */
const short = 300;
const most = 1_000;

/**
 * Makes a row of a select out of the values of its columns, in their order. Drizzle finds out anew for each value of each row
 * what it is and where it belongs; over seventy columns that took a tenth of `save.per_s` of the bench. What SQL makes is
 * handed on as the driver gives it. A record of `optional`, joined by its first column, is null where that one is.
 */
export function rowReader(selection: Selection, optional: readonly string[]): (values: readonly unknown[]) => Target {
  const fields = Object.entries(selection);
  const records = fields.map(([name, field]) => {
    return { name, columns: is(field, SQL) ? undefined : placesOf(field), isOptional: optional.includes(name) };
  });
  return (values) => {
    const row: Target = {};
    let next = 0;
    for (const { name, columns, isOptional } of records) {
      if (columns === undefined) {
        row[name] = values[next];
        next += 1;
        continue;
      }
      row[name] = isOptional && values[next] === null ? null : recordOf(columns, values, next);
      next += columns.length;
    }
    return row;
  };
}

function placesOf(columns: Readonly<Record<string, Column>>): readonly Place[] {
  return Object.entries(columns).map(([name, column]) => {
    if (column.mapFromDriverValue === Column.prototype.mapFromDriverValue) return { name };
    const read = (value: unknown) => column.mapFromDriverValue(value);
    return { name, read: column.dataType === "json" ? readOnce(read) : read };
  });
}

/** Short texts of which few differ, such as the tiers of countries, are read once: a tenth of `export.csv.rows_per_s`. */
function readOnce(read: (value: unknown) => unknown): (value: unknown) => unknown {
  const known = new Map<unknown, unknown>();
  return (value) => {
    if (typeof value !== "string" || value.length > short) return read(value);
    const before = known.get(value);
    if (before !== undefined) return before;
    if (known.size === most) known.clear();
    const made = frozen(read(value));
    known.set(value, made);
    return made;
  };
}

/** Rows share it, so nobody may write into it, at any depth. */
function frozen(value: unknown): unknown {
  if (typeof value === "object" && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

function recordOf(places: readonly Place[], values: readonly unknown[], first: number): Target {
  const record: Target = {};
  let at = first;
  for (const { name, read } of places) {
    const value = values[at];
    record[name] = value === null || read === undefined ? value : read(value);
    at += 1;
  }
  return record;
}
