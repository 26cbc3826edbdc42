import { eventInsert } from "#db/queries/audit-events";
import { storeOf } from "#db/queries/store";
import type { Store } from "#db/store";
import { limitSize, openReader, openWriter, readerOn, waitForNobody } from "./connection";
import { dialect } from "./dialect";
import { migrate } from "./migrate";
import { tables } from "./schema";
import { WriteQueue } from "./writes/queue";
import { sizeOf, writableCheck } from "./writes/writable";

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
  waitForNobody(handle);
  const queue = new WriteQueue(handle, eventInsert(tables));
  const { write, writeInSteps, writeUnaudited } = queue;
  const requireWritable = writableCheck(handle, reader);
  const context = { tables, dialect, read: readerOn(reader), write, writeInSteps, writeUnaudited };
  return storeOf(context, {
    async size() {
      const { bytes, most } = sizeOf(handle);
      return options.maxMegabytes === undefined ? { bytes } : { bytes, most };
    },
    ping: async () => requireWritable(),
    async close() {
      await queue.close();
      if (reader !== handle) reader.close();
      handle.close();
    },
  });
}
