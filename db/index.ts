import { openSqliteStore } from "./sqlite/store";
import type { Store } from "./store";

export type StoreOptions = {
  /** The database grows to so many MiB and no further; then writes throw StorageError "full". */
  readonly maxMegabytes?: number;
};

/**
 * Opens the record: `file:/path/to/avow.db`, or `:memory:` for one that ends with the program. Brings the database to the
 * newest shape first. Throws MigrationError when this program cannot work with it.
 */
export async function openStore(url: string, options: StoreOptions = {}): Promise<Store> {
  if (url === ":memory:") return openSqliteStore(url, options);
  if (url.startsWith("file:")) return openSqliteStore(url.slice("file:".length), options);
  throw new Error(`no store for "${url}": say file:/path/to/avow.db or :memory:`);
}
