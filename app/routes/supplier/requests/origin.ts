import type { Origin } from "#app/services/supplier/session/origin";

/** Where a page was opened from, as its address says: a form without an address of its own is sent back to the same one. */
export function originOf(request: Request): Origin {
  return new URL(request.url).searchParams.get("from") === "check" ? "check" : undefined;
}
