import { MigrationError } from "#db/errors";

export type Migration = { readonly name: string; readonly hash: string; readonly sql: string };

/**
 * The migrations that a database does not have yet, oldest first. Throws MigrationError for a database of a newer program,
 * or one whose past differs.
 */
export function pendingOf(
  applied: readonly Pick<Migration, "name" | "hash">[],
  wanted: readonly Migration[],
): readonly Migration[] {
  const known = new Map(wanted.map((migration) => [migration.name, migration]));
  for (const { name, hash } of applied) {
    const ours = known.get(name);
    if (ours === undefined) {
      throw new MigrationError(
        `The database was made by a newer version of this program (it has the migration "${name}"). Start that version, or restore a backup from before.`,
      );
    }
    if (ours.hash !== hash) {
      throw new MigrationError(
        `The migration "${name}" was changed after this database applied it. Migrations are added, never edited.`,
      );
    }
    known.delete(name);
  }
  return [...known.values()];
}
