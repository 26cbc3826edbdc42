import { type Column, is, SQL } from "drizzle-orm";
import type { Selection } from "#db/database/dialect";

type Target = Record<string, unknown>;

/**
 * Makes a row of a select out of the values of its columns, in their order. Drizzle finds out anew for each value of each row
 * what it is and where it belongs; over seventy columns that took a tenth of `save.per_s` of the bench. What SQL makes is
 * handed on as the driver gives it. A record of `optional`, joined by its first column, is null where that one is.
 */
export function rowReader(selection: Selection, optional: readonly string[]): (values: readonly unknown[]) => Target {
  const fields = Object.entries(selection);
  const records = fields.map(([name, field]) => {
    return { name, columns: is(field, SQL) ? undefined : Object.entries(field), isOptional: optional.includes(name) };
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

function recordOf(columns: readonly (readonly [string, Column])[], values: readonly unknown[], first: number): Target {
  const record: Target = {};
  let at = first;
  for (const [name, column] of columns) {
    const value = values[at];
    record[name] = value === null ? null : column.mapFromDriverValue(value);
    at += 1;
  }
  return record;
}
