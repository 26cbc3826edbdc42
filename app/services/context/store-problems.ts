import { Problem } from "#app/domain/problem";
import { ConflictError, MissingError, storageErrorOf, TakenError } from "#db/errors";

/**
 * What people are told when the record cannot be used: "not-saved" of what changes something, "unavailable" of what only
 * looks; undefined where it was something else.
 * @param method of the request
 */
export function storageProblem(thrown: unknown, method: string): Problem | undefined {
  if (!storageErrorOf(thrown)) return undefined;
  return new Problem(method === "GET" || method === "HEAD" ? "unavailable" : "not-saved");
}

/** What the store threw besides, as people are told of it; undefined for what is a fault of ours. */
export function storeProblem(thrown: unknown): Problem | undefined {
  // Somebody else was there between our looking and our writing.
  if (thrown instanceof ConflictError || thrown instanceof MissingError || thrown instanceof TakenError) {
    return new Problem("changed-meanwhile");
  }
  return undefined;
}
