import { openSqliteStore } from "./sqlite/store";
import { copyDatabase, readCopy } from "./sqlite/upkeep/copies";
import { isInUse as isFileInUse } from "./sqlite/upkeep/in-use";
import type { Store } from "./store";

export type StoreOptions = {
  /** The database grows to so many MiB and no further; then writes throw StorageError "full". */
  readonly maxMegabytes?: number;
  /** Looks at a database that is there and in the newest shape, and changes nothing. */
  readonly isReadOnly?: boolean;
};

/**
 * Opens the record: `file:/path/to/avow.db`, or `:memory:` for one that ends with the program. Brings the database to the
 * newest shape first. Throws UnusableDatabaseError when this program cannot work with it.
 */
export async function openStore(url: string, options: StoreOptions = {}): Promise<Store> {
  if (url === ":memory:") return openSqliteStore(url, options);
  if (url.startsWith("file:")) return openSqliteStore(url.slice("file:".length), options);
  throw new Error(`no store for "${url}": say file:/path/to/avow.db or :memory:`);
}

/** Whether somebody has the record open, `file:/path/to/avow.db`, which must be there. */
export function isInUse(url: string): boolean {
  return isFileInUse(url.slice("file:".length));
}

/** A copy of a record in one file, for backups: see there. PostgreSQL is copied with its own pg_dump. */
export const copies = { make: copyDatabase, read: readCopy };
