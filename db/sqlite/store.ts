import { UnusableDatabaseError } from "#db/errors";
import { eventInsert } from "#db/queries/audit-events";
import { storeOf } from "#db/queries/store";
import type { Store } from "#db/store";
import { type Handle, limitSize, openForReading, openReader, openWriter, readerOn, waitForNobody } from "./connection";
import { dialect } from "./dialect";
import { migrate, openInMemory, requireNewest } from "./migrate";
import { tables } from "./schema";
import { guardFiles, openingError } from "./upkeep/files";
import { damagesIn, faultsIn, requireNoFaults } from "./upkeep/soundness";
import { watchFile } from "./upkeep/watch";
import { WriteQueue } from "./writes/queue";
import { sizeOf, writableCheck } from "./writes/writable";

export type SqliteOptions = { readonly maxMegabytes?: number; readonly isReadOnly?: boolean };

/**
 * `path` is a file, made when it is not there, or `:memory:`.
 * @throws {UnusableDatabaseError} for one that cannot be opened, is damaged, of another version or larger than its limit
 */
export function openSqliteStore(path: string, options: SqliteOptions): Store {
  const handle = options.isReadOnly ? openAsItIs(path) : openInShape(path, options);
  const reader = options.isReadOnly ? handle : openReader(path, handle);
  if (!options.isReadOnly) waitForNobody(handle);
  const queue = new WriteQueue(handle, eventInsert(tables));
  const { write, writeInSteps, writeUnaudited } = queue;
  const requireSound = watchFile(path);
  const requireWritable = writableCheck(handle, reader);
  const context = { tables, dialect, read: readerOn(reader), write, writeInSteps, writeUnaudited };
  return storeOf(context, {
    async size() {
      const { bytes, most } = sizeOf(handle);
      return options.maxMegabytes === undefined ? { bytes } : { bytes, most };
    },
    async ping() {
      await requireSound();
      requireWritable();
    },
    faults: async (how) => faultsIn(reader, how),
    bytes: async () => sizeOf(reader).bytes,
    async close() {
      await queue.close();
      if (reader !== handle) reader.close();
      handle.close();
    },
  });
}

/** Does `work` with a handle that it opens, and closes it again when that fails. */
function opened(path: string, open: () => Handle, work: (handle: Handle) => void): Handle {
  let handle: Handle | undefined;
  try {
    handle = open();
    work(handle);
    return handle;
  } catch (error) {
    handle?.close();
    throw openingError(path, error);
  }
}

function openInShape(path: string, { maxMegabytes }: SqliteOptions): Handle {
  const open = () => {
    guardFiles(path);
    return path === ":memory:" ? openInMemory() : openWriter(path);
  };
  return opened(path, open, (handle) => {
    // Before anything is changed in it.
    requireNoFaults(path, damagesIn(handle, "quick"));
    migrate(handle);
    requireNoFaults(path, faultsIn(handle, "schema"));
    if (maxMegabytes === undefined) return;
    requireRoom(handle, maxMegabytes);
    limitSize(handle, maxMegabytes);
  });
}

function openAsItIs(path: string): Handle {
  return opened(path, () => openForReading(path), requireNewest);
}

function requireRoom(handle: Handle, maxMegabytes: number): void {
  const megabytes = sizeOf(handle).bytes / 1024 ** 2;
  if (megabytes <= maxMegabytes) return;
  throw new UnusableDatabaseError(
    `DATABASE_MAX_MB is ${maxMegabytes}, and the database takes ${megabytes.toFixed(1)} MiB already: nothing could be saved. Set it higher.`,
  );
}
