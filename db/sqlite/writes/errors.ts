import { MissingError, storageErrorOf, TakenError } from "#db/errors";

/** An error of SQLite in words of the contract, where there are any. */
export function storeErrorOf(error: unknown): unknown {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  if (cause instanceof Error && (code === "SQLITE_CONSTRAINT_UNIQUE" || code === "SQLITE_CONSTRAINT_PRIMARYKEY")) {
    return new TakenError(cause.message.replace("UNIQUE constraint failed: ", ""), cause);
  }
  // The key says only that something named by the write is not there in this organisation.
  if (code === "SQLITE_CONSTRAINT_FOREIGNKEY") return new MissingError("row that this one belongs to", "");
  return storageErrorOf(cause) ?? error;
}
