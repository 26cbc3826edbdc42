import { Problem } from "#app/domain/problem";
import { ConflictError, MissingError, StorageFullError, TakenError } from "#db/errors";

/** What the store threw, as people are told of it; undefined for what is a fault of ours. */
export function storeProblem(thrown: unknown): Problem | undefined {
  if (thrown instanceof StorageFullError) return new Problem("not-saved");
  // Somebody else was there between our looking and our writing.
  if (thrown instanceof ConflictError || thrown instanceof MissingError || thrown instanceof TakenError) {
    return new Problem("changed-meanwhile");
  }
  return undefined;
}
