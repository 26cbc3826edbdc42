import type { Actor, AuditEvent } from "#db/audit";
import type { LegalHold, Removal, RemovalGround, RetentionTerms } from "#db/records";
import type { RetentionClass } from "#terms/retention/retention-classes";
import type { RatingSummaries } from "./attestations/ratings";
import type { Audited } from "./audit";

/** The classes whose things are attestations. */
export type AttestationClass = Extract<RetentionClass, "submissions" | "unsent">;

/** That something goes because it was kept long enough: by a term, which must stand still, and until when it must have happened. */
export type DueRemoval<Kind extends RetentionClass = RetentionClass> = {
  readonly kind: Kind;
  readonly months: number;
  readonly until: Date;
};

/** What came of a removal. `missed`: it was removed before, is not due any more, or the term was changed meanwhile. */
export type RemovalOutcome = "removed" | "held" | "missed";

type RemovalBy = { readonly org: string; readonly id: string; readonly actor: Actor; readonly at: Date };

/**
 * How long things are kept, what is kept longer all the same, and the one way in which anything append-only goes (decision 16):
 * the removal, what it removes, and its event are one write, inside of which holds and terms are looked at again.
 */
export interface RetentionStore {
  terms(org: string): Promise<RetentionTerms>;
  /** @returns whether they changed; where they stand so already nothing happens */
  setTerms(change: { readonly org: string; readonly terms: RetentionTerms } & Audited): Promise<boolean>;
  /** Those that stand, the oldest first; with a supplier, those that keep what is about it. */
  holds(org: string, supplier?: string): Promise<readonly LegalHold[]>;
  /** MissingError where there is no such supplier. One with the id that stands already is left as it is. */
  placeHold(change: { readonly org: string; readonly hold: LegalHold } & Audited): Promise<void>;
  /** MissingError unless it stands. */
  liftHold(
    change: { readonly org: string; readonly id: string; readonly at: Date; readonly by: Actor } & Audited,
  ): Promise<void>;
  /** When the oldest thing of a class happened that can be removed; what is held does not count. */
  oldest(org: string, kind: RetentionClass): Promise<Date | undefined>;
  /** How many things of a class happened until then, without what is held. */
  count(org: string, kind: RetentionClass, until: Date): Promise<number>;
  /** Some of the attestations that are due, and not held. */
  due(org: string, ask: { kind: AttestationClass; until: Date; most: number }): Promise<readonly string[]>;
  /**
   * Takes everything that was answered, attached, signed and rated out of the record, with the events about it until then;
   * attestation and invitation stay as empty shells. Without `due` it goes at once. MissingError where there is none.
   */
  removeAttestation(
    change: RemovalBy & {
      readonly attestation: string;
      readonly ground: RemovalGround;
      readonly due?: DueRemoval<AttestationClass>;
      readonly summary: RatingSummaries;
      readonly audit: (removal: Removal) => AuditEvent;
    },
  ): Promise<RemovalOutcome>;
  /** Removes the oldest events that are due, at most so many. Events of removals never go. @returns how many went */
  removeEvents(
    change: RemovalBy & {
      readonly due: DueRemoval<"events">;
      readonly most: number;
      readonly audit: (removal: Removal) => AuditEvent;
    },
  ): Promise<number>;
  /** Takes address and error out of mails that are due and do not wait any more, at most so many. @returns of how many */
  clearMails(change: {
    readonly org: string;
    readonly due: DueRemoval<"mails">;
    readonly most: number;
    readonly audit: (mails: number) => AuditEvent;
  }): Promise<number>;
  /** What was removed of these attestations. */
  removals(org: string, attestations: readonly string[]): Promise<readonly Removal[]>;
}
