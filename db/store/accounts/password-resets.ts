import type { PasswordReset, User } from "#db/records";
import type { Audited } from "#db/store/audit";

/** Links by which a password is chosen anew. */
export interface PasswordResetStore {
  /** Takes the place of others of that person. Done twice with one id it is done once. */
  offer(change: { reset: PasswordReset } & Audited): Promise<void>;
  /** By the hash of its token; `undefined` once it was used, has expired, or its person may not sign in. */
  byToken(tokenHash: string, now: Date): Promise<{ reset: PasswordReset; user: User } | undefined>;
  /** Removes those that were used, or whose time ended, before then; for all organisations. @returns how many */
  forget(before: Date): Promise<number>;
  /** Keeps the new password and ends all sessions; once. MissingError when it was used meanwhile. */
  use(change: { org: string; id: string; at: Date; passwordHash: string } & Audited): Promise<void>;
}
