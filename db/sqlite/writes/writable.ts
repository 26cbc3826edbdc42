import { StorageError, storageErrorOf } from "#db/errors";
import type { Handle } from "#db/sqlite/connection";

/** Pages that must still be free below the size limit: a save takes a few, an import thousands. */
const leastPages = 16;

function figure(handle: Handle, pragma: string): number {
  return Number(handle.pragma(pragma, { simple: true }));
}

/** Bytes of the database, and the most that it may have, in whole pages. */
export function sizeOf(handle: Handle): { readonly bytes: number; readonly most: number } {
  const page = figure(handle, "page_size");
  const used = figure(handle, "page_count") - figure(handle, "freelist_count");
  return { bytes: used * page, most: figure(handle, "max_page_count") * page };
}

/** Milliseconds for which another program may hold the database before that is a fault: our own processes do so when they import. */
const longestHoldMs = 60_000;

/**
 * What answers whether the record can be read and a write would be taken now, and throws StorageError where not. Takes the
 * write lock for a moment and writes nothing.
 */
export function writableCheck(writer: Handle, reader: Handle): () => void {
  const read = reader.prepare("SELECT count(*) FROM migrations");
  let heldSince: number | undefined;
  return () => {
    try {
      read.get();
      const { bytes, most } = sizeOf(writer);
      if (bytes + leastPages * figure(writer, "page_size") > most) throw new StorageError("full", undefined);
      // A write is under way: it will say itself how it went.
      if (!writer.inTransaction) writer.exec("BEGIN IMMEDIATE; ROLLBACK");
      heldSince = undefined;
    } catch (error) {
      const storage = storageErrorOf(error);
      heldSince = storage?.reason === "busy" ? (heldSince ?? performance.now()) : undefined;
      if (heldSince === undefined || performance.now() - heldSince > longestHoldMs) throw storage ?? error;
    }
  };
}
