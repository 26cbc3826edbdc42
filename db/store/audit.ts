import type { AuditEvent, StoredAuditEvent } from "#db/audit";

/** What each write carries: what happened, kept in the same transaction. */
export type Audited = { readonly audit: AuditEvent };

/** For writes that make many things happen at once. */
export type AuditedMany = { readonly audit: readonly AuditEvent[] };

/** What happened, and who did it. */
export interface AuditStore {
  /** Newest first. */
  trail(
    org: string,
    about: { subjects?: readonly string[]; beforeSeq?: number; most: number },
  ): Promise<readonly StoredAuditEvent[]>;
  /** Keeps the event of something that changed nothing. */
  add(org: string, event: AuditEvent): Promise<void>;
}
