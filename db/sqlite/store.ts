import { eventInsert } from "#db/queries/audit-events";
import { storeOf } from "#db/queries/store";
import type { Store } from "#db/store";
import { limitSize, openReader, openWriter, readerOn } from "./connection";
import { dialect } from "./dialect";
import { migrate } from "./migrate";
import { tables } from "./schema";
import { WriteQueue } from "./writes/queue";

/** `path` is a file, made when it is not there, or `:memory:`. Throws MigrationError. */
export function openSqliteStore(path: string, options: { readonly maxMegabytes?: number }): Store {
  const handle = openWriter(path);
  try {
    migrate(handle);
  } catch (error) {
    handle.close();
    throw error;
  }
  if (options.maxMegabytes !== undefined) limitSize(handle, options.maxMegabytes);
  const reader = openReader(path, handle);
  const queue = new WriteQueue(handle, eventInsert(tables));
  const { write, writeInSteps, writeUnaudited } = queue;
  const context = { tables, dialect, read: readerOn(reader), write, writeInSteps, writeUnaudited };
  return storeOf(context, {
    ping: () =>
      writeUnaudited(async () => {
        handle.exec("CREATE TABLE ping (page BLOB) STRICT; INSERT INTO ping VALUES (zeroblob(4096)); DROP TABLE ping");
      }),
    async close() {
      await queue.close();
      if (reader !== handle) reader.close();
      handle.close();
    },
  });
}
