import type { TeamSession, User } from "#db/records";
import type { Role } from "#terms/roles";
import type { Audited } from "./audit";

/** The people of an organisation, and their sessions. */
export interface UserStore {
  /** For signing in only: the one lookup that is not scoped, because the login names no organisation. */
  byEmail(email: string): Promise<{ user: User; passwordHash: string } | undefined>;
  list(org: string): Promise<readonly User[]>;
  add(change: { user: User; passwordHash: string } & Audited): Promise<void>;
  changeRole(change: { org: string; id: string; role: Role } & Audited): Promise<void>;
  signIn(
    change: { org: string; user: string; sessionHash: string; createdAt: Date; expiresAt: Date } & Audited,
  ): Promise<void>;
  bySession(sessionHash: string, now: Date): Promise<TeamSession | undefined>;
  signOut(change: { org: string; sessionHash: string } & Audited): Promise<void>;
  /** Removes the sessions that were over by then, of all organisations; how many. They opened nothing any more. */
  forgetSessions(endedBy: Date): Promise<number>;
}
