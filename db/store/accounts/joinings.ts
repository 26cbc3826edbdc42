import type { Joining, User } from "#db/records";
import type { Audited } from "#db/store/audit";

/** Invitations to join the team. Writes throw MissingError for one that was used or withdrawn. */
export interface JoiningStore {
  /** Those that were neither used nor withdrawn, expired ones too, the newest first. */
  list(org: string): Promise<readonly Joining[]>;
  get(org: string, id: string): Promise<Joining | undefined>;
  /** The invitation whose newest link this is, by the hash of its token. */
  byToken(tokenHash: string): Promise<Joining | undefined>;
  /** Takes the place of an open one to the same address. */
  offer(change: { joining: Joining } & Audited): Promise<void>;
  /** Makes the next link of it; the one before opens nothing any more. ConflictError when somebody just did. */
  renew(
    change: { org: string; id: string; generation: number; tokenHash: string; expiresAt: Date } & Audited,
  ): Promise<void>;
  withdraw(change: { org: string; id: string; at: Date } & Audited): Promise<void>;
  /** Makes the account that was offered; once, also when it is asked for twice at the same time. */
  use(
    change: { org: string; id: string; generation: number; at: Date; user: User; passwordHash: string } & Audited,
  ): Promise<void>;
}
