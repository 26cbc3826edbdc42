/** The row without its nulls: what the database has no value for is absent in a record. */
export type WithoutNulls<T> = { [K in keyof T as null extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as null extends T[K] ? K : never]?: Exclude<T[K], null>;
};

/** Leaves out what is null; no row stays none. */
export function withoutNulls<T extends Record<string, unknown>>(row: T): WithoutNulls<T>;
export function withoutNulls<T extends Record<string, unknown>>(row: T | undefined): WithoutNulls<T> | undefined;
export function withoutNulls<T extends Record<string, unknown>>(row: T | undefined): WithoutNulls<T> | undefined {
  if (row === undefined) return undefined;
  const kept: Record<string, unknown> = {};
  for (const key in row) if (row[key] !== null) kept[key] = row[key];
  // The compiler cannot follow that leaving out nulls makes exactly this type.
  return kept as WithoutNulls<T>;
}
