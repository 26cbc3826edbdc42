import type { User } from "#db/records";
import type { Audited } from "#db/store/audit";
import type { Role } from "#terms/roles";
import type { SessionStore } from "./sessions";

/** The people of an organisation. LastAdministratorError where nobody would be left who can let people in. */
export interface UserStore extends SessionStore {
  /** For signing in only: the one lookup that is not scoped, because the login names no organisation. */
  byEmail(email: string): Promise<{ user: User; passwordHash: string } | undefined>;
  list(org: string): Promise<readonly User[]>;
  /** Somebody with what their password is checked against. */
  get(org: string, id: string): Promise<{ user: User; passwordHash: string } | undefined>;
  add(change: { user: User; passwordHash: string } & Audited): Promise<void>;
  changeRole(change: { org: string; id: string; role: Role } & Audited): Promise<void>;
  /**
   * Gives somebody the right to see what suppliers say of North Korean labour, or takes it: from the next request on.
   * LastNorthKoreaReaderError where nobody who can sign in would have it, unless `evenFromLast`.
   */
  changeNorthKorea(
    change: { org: string; id: string; reads: boolean; evenFromLast?: boolean } & Audited,
  ): Promise<void>;
  /**
   * Ends the access of somebody, all their sessions and the links by which they could choose a new password.
   * LastNorthKoreaReaderError as `changeNorthKorea`.
   */
  endAccess(change: { org: string; id: string; at: Date; evenFromLast?: boolean } & Audited): Promise<void>;
  restoreAccess(change: { org: string; id: string } & Audited): Promise<void>;
  /** Keeps a new password and ends all sessions of that person but `exceptSession`. */
  changePassword(
    change: { org: string; id: string; passwordHash: string; exceptSession?: string } & Audited,
  ): Promise<void>;
}
