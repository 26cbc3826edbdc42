/** The row without its nulls: what the database has no value for is absent in a record. */
export type Present<T> = { [K in keyof T as null extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as null extends T[K] ? K : never]?: Exclude<T[K], null>;
};

export function present<T extends Record<string, unknown>>(row: T): Present<T> {
  const kept: Record<string, unknown> = {};
  for (const key in row) if (row[key] !== null) kept[key] = row[key];
  // The compiler cannot follow that leaving out nulls makes exactly this type.
  return kept as Present<T>;
}

/** `undefined` stays so. */
export function presentOrNone<T extends Record<string, unknown>>(row: T | undefined): Present<T> | undefined {
  return row === undefined ? undefined : present(row);
}
