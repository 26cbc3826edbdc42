import type { Joining, User } from "#db/records";
import type { Audited } from "#db/store/audit";

/** Invitations to join the team. Writes throw MissingError for one that was used or withdrawn. */
export interface JoiningStore {
  /** Those that were neither used nor withdrawn, expired ones too, the newest first. */
  list(org: string): Promise<readonly Joining[]>;
  get(org: string, id: string): Promise<Joining | undefined>;
  /** The invitation whose newest link this is, by the hash of its token. */
  byToken(tokenHash: string): Promise<Joining | undefined>;
  /**
   * Takes the place of an open one to the same address, unless that one has the same role and was made at `sameSince` or later:
   * then it stays, nothing is written, and whoever asked at the same time is given it.
   * @returns the one that is open now
   */
  offer(change: { joining: Joining; sameSince?: Date } & Audited): Promise<Joining>;
  /** Makes the next link of it; the one before opens nothing any more. ConflictError when somebody just did. */
  renew(
    change: { org: string; id: string; generation: number; tokenHash: string; expiresAt: Date } & Audited,
  ): Promise<void>;
  /** Removes those that ended, or whose links ended, before then; for all organisations. @returns how many */
  forget(before: Date): Promise<number>;
  withdraw(change: { org: string; id: string; at: Date } & Audited): Promise<void>;
  /** Makes the account that was offered; once, also when it is asked for twice at the same time. */
  use(
    change: { org: string; id: string; generation: number; at: Date; user: User; passwordHash: string } & Audited,
  ): Promise<void>;
}
