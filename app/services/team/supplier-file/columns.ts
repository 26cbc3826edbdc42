import type { ImportField } from "#terms/suppliers/import-fields";
import type { ColumnReading } from "./columns/read-columns";

/** Place of the column (from 0) of each field that was found or chosen. */
export type Mapping = Readonly<Partial<Record<ImportField, number>>>;

/** The columns of a file by what they were read as. */
export function mappingOf(columns: readonly ColumnReading[]): Mapping {
  return Object.fromEntries(columns.flatMap(({ field, column }) => (field === undefined ? [] : [[field, column]])));
}
