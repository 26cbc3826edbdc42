import { createHash } from "node:crypto";
import { notValid } from "#app/api/problems/api-problem";

/**
 * Where a list goes on. It names the last record that was read and the list that it is of, and is good for no other: what it names
 * is looked for in the organisation of whoever sends it, so a made-up one finds nothing that a filter would not.
 */
export function cursorOf(list: string, last: string): string {
  return Buffer.from(JSON.stringify([fingerprintOf(list), last]), "utf8").toString("base64url");
}

/** The last record that was read. @throws ApiProblem for what was not made for this list */
export function lastOf(list: string, cursor: string): string {
  const [of, last] = partsOf(cursor);
  if (of !== fingerprintOf(list) || typeof last !== "string" || last.length > 200) {
    throw notValid({ parameter: "cursor", code: "not-valid", detail: "This cursor was not given by this list." });
  }
  return last;
}

function partsOf(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(parts) && parts.length === 2 ? parts : [];
  } catch {
    return [];
  }
}

/** A list is its address with all of its filters. */
function fingerprintOf(list: string): string {
  return createHash("sha256").update(list).digest("base64url").slice(0, 12);
}
