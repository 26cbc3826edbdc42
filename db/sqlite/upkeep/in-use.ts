import { Sqlite } from "#db/sqlite/driver";

/** Whether another program, or another part of this one, has a database file open. */
export function isInUse(path: string): boolean {
  const handle = new Sqlite(path, { fileMustExist: true, timeout: 200 });
  try {
    // In this mode the whole file is locked, which it can only be while nobody else has it.
    handle.pragma("locking_mode = EXCLUSIVE");
    handle.exec("BEGIN EXCLUSIVE; COMMIT");
    return false;
  } catch (error) {
    if (error instanceof Sqlite.SqliteError && error.code.startsWith("SQLITE_BUSY")) return true;
    throw error;
  } finally {
    handle.close();
  }
}
