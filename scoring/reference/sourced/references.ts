import type { SourceTables } from "#scoring/reference/tables";

/** What a body rests on, as its rows name it. */
export function referencesOf(body: string, tables: SourceTables) {
  return tables("references")
    .filter((row) => row.body === body)
    .map(({ id, title, address, date, known }) => ({ id, title, address: address || null, date: date || null, known }));
}

/** @throws for the first name that is not known */
export function refuseUnknown(what: string, names: readonly string[], known: ReadonlySet<string | undefined>): void {
  const unknown = names.find((name) => !known.has(name));
  if (unknown !== undefined) throw new Error(`Unknown ${what}: ${unknown}`);
}
