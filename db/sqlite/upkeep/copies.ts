import { pendingOf } from "#db/database/migrations";
import { type Handle, openForReading } from "#db/sqlite/connection";
import { migrations } from "#db/sqlite/migrate";
import { runApart } from "./apart";
import { openingError } from "./files";
import { damagesIn, requireNoFaults } from "./soundness";

/** What a copy says of itself, whichever version of the program made it. */
export type CopyFacts = {
  /** Name of its newest migration. */
  readonly shape: string;
  /** The files, by SHA-256 in hex, that are attached to an attestation. */
  readonly documents: readonly string[];
  /** By which its secret is known again; absent in copies of older versions. */
  readonly secretCheck?: string;
  readonly hasLinks: boolean;
};

/**
 * Writes a copy of a database file as of one moment into a new file, while others read and write; nobody waits for it. Not by
 * the driver's own backup: that begins anew whenever another process has written, so it need not end.
 */
export async function copyDatabase(path: string, to: string): Promise<void> {
  await runApart(path, "VACUUM INTO ?", [to]).catch((error: unknown) => {
    throw openingError(path, error);
  });
}

/**
 * Opens a copy, looks at every page and says what it holds. Nothing is changed in it.
 * @throws {UnusableDatabaseError} for one that is damaged, none of this program's, or of a newer version
 */
export function readCopy(path: string): CopyFacts {
  let handle: Handle | undefined;
  try {
    handle = openForReading(path);
    requireNoFaults(path, damagesIn(handle, "quick"));
    return factsOf(handle);
  } catch (error) {
    throw openingError(path, error);
  } finally {
    handle?.close();
  }
}

function factsOf(handle: Handle): CopyFacts {
  const applied = handle
    .prepare<[], { name: string; hash: string }>("SELECT name, hash FROM migrations ORDER BY name")
    .all();
  pendingOf(applied, migrations);
  const hasFacts = handle.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'installation'").get() !== undefined;
  return {
    shape: applied.at(-1)?.name ?? "",
    documents: handle
      .prepare<[], string>("SELECT DISTINCT sha256 FROM evidence WHERE removed_at IS NULL ORDER BY sha256")
      .pluck()
      .all(),
    secretCheck: hasFacts
      ? handle.prepare<[], string>("SELECT value FROM installation WHERE name = 'secret-check'").pluck().get()
      : undefined,
    hasLinks: handle.prepare("SELECT 1 FROM links LIMIT 1").get() !== undefined,
  };
}
