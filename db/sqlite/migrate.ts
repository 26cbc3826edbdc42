import { type Migration, pendingOf } from "#db/database/migrations";
import { MigrationError } from "#db/errors";
import { foldName } from "#terms/names";
import { type Handle, openWriter } from "./connection";
import committed from "./migrations/all.json" with { type: "json" };

/** All migrations of this program, oldest first. */
export const migrations: readonly Migration[] = committed;

/**
 * Brings the database to the newest shape, all or nothing. The write lock that it takes first makes a second process wait
 * and then find nothing to do.
 *
 * Foreign keys are off meanwhile, because rebuilding a table with them on deletes the rows that point at it; they are
 * checked before anything is kept. Throws MigrationError for a database of a newer program, or one whose past differs.
 */
export function migrate(handle: Handle, wanted: readonly Migration[] = migrations): void {
  handle.pragma("foreign_keys = OFF");
  // What SQLite cannot do by itself: its lower() knows ASCII alone.
  handle.function("fold_name", { deterministic: true }, (text) => foldName(String(text)));
  handle.exec("BEGIN IMMEDIATE");
  try {
    handle.exec(
      "CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, hash TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT",
    );
    const applied = handle
      .prepare<[], { name: string; hash: string }>("SELECT name, hash FROM migrations ORDER BY name")
      .all();
    const pending = pendingOf(applied, wanted);
    const remember = handle.prepare("INSERT INTO migrations (name, hash, applied_at) VALUES (?, ?, ?)");
    for (const { name, hash, sql } of pending) {
      handle.exec(sql);
      remember.run(name, hash, Date.now());
    }
    if (pending.length > 0) checkForeignKeys(handle);
    handle.exec("COMMIT");
  } catch (error) {
    if (handle.inTransaction) handle.exec("ROLLBACK");
    throw error;
  } finally {
    handle.pragma("foreign_keys = ON");
  }
}

/** @throws MigrationError for a database of any other version, older ones too: this one changes nothing */
export function requireNewest(handle: Handle): void {
  const known = handle.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'migrations'").get() !== undefined;
  const applied = known
    ? handle.prepare<[], { name: string; hash: string }>("SELECT name, hash FROM migrations ORDER BY name").all()
    : [];
  if (pendingOf(applied, migrations).length === 0) return;
  throw new MigrationError(
    known
      ? "The database was made by an older version of this program. Start this version once, which brings it up to date."
      : "The file is no database of this program.",
  );
}

function checkForeignKeys(handle: Handle): void {
  const broken = handle.prepare<[], { table: string; parent: string }>("PRAGMA foreign_key_check").all();
  const [first] = broken;
  if (first !== undefined) {
    throw new MigrationError(
      `Migrating would leave ${broken.length} rows pointing at nothing (first: ${first.table} to ${first.parent}). Nothing was changed.`,
    );
  }
}

let newest: Buffer | undefined;

/** Opens an empty database in memory, in the newest shape: a copy, because all migrations take a tenth of a second. */
export function openInMemory(): Handle {
  if (newest !== undefined) return openWriter(newest);
  const first = openWriter(":memory:");
  migrate(first);
  newest = first.serialize();
  return first;
}
