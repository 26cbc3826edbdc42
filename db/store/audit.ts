import type { Action, AuditEvent, StoredAuditEvent } from "#db/audit";
import type { AttemptKind, UnlistedAttempts } from "#db/records";

/** What each write carries: what happened, kept in the same transaction. */
export type Audited = { readonly audit: AuditEvent };

/** For writes that make many things happen at once. */
export type AuditedMany = { readonly audit: readonly AuditEvent[] };

/** Which events are asked for. `actor`: the id of whoever did it; `from` and `until` bound their instants, the second left out. */
export type TrailFilter = {
  readonly subjects?: readonly string[];
  readonly actions?: readonly Action[];
  /** All but these. */
  readonly except?: readonly Action[];
  readonly actor?: string;
  readonly from?: Date;
  readonly until?: Date;
  readonly beforeSeq?: number;
  readonly most: number;
};

/** What happened, and who did it. */
export interface AuditStore {
  /** Newest first. */
  trail(org: string, about: TrailFilter): Promise<readonly StoredAuditEvent[]>;
  /** Keeps the event of something that changed nothing, such as a download. */
  add(org: string, event: AuditEvent): Promise<void>;
  /**
   * Keeps the event of something that changed nothing, such as a refusal; past `most` of a kind in the span that begins at
   * `window` it is counted only. Once a later span has begun, `unlisted` makes the one event of those that were counted.
   * @returns whether it has an event of its own
   */
  note(change: {
    org: string;
    kind: AttemptKind;
    window: Date;
    most: number;
    unlisted: (attempts: UnlistedAttempts) => AuditEvent;
    audit: AuditEvent;
  }): Promise<boolean>;
  /** What was counted and has no event yet. */
  unlisted(org: string): Promise<readonly UnlistedAttempts[]>;
}
